import type { LadderView } from '@evenkeel/contract/why-ladder';
import { type LadderLine, ladderDrawing, questionLabels } from '../model.ts';
import styles from './ladder.module.css';
import { LadderNodeBox } from './ladder-node-box.tsx';

type LadderPictureProps = {
  readonly ladders: LadderView;
  readonly footId: string;
  /** Where the next question is asked. */
  readonly fromId: string;
  readonly canEdit: boolean;
  readonly onAsk: (id: string) => void;
};

/** A ladder as a picture: the initiative at the foot, its goals on top, a question on each rung. */
export function LadderPicture({ ladders, footId, fromId, canEdit, onAsk }: LadderPictureProps) {
  const { levels, lines } = ladderDrawing(ladders, footId);
  return (
    <ol className={styles['picture']} aria-label="The ladder, from the goal down to the initiative">
      {levels
        .map((places, level) => (
          <li key={places[0]?.key ?? level}>
            <div className={styles['level']}>
              {places.map(({ node, key }) =>
                node ? (
                  <LadderNodeBox
                    key={key}
                    node={node}
                    ladders={ladders}
                    footId={footId}
                    isAsked={node.id === fromId}
                    canEdit={canEdit}
                    onAsk={() => onAsk(node.id)}
                  />
                ) : (
                  <span key={key} className={styles['passing']} aria-hidden />
                ),
              )}
            </div>
            {level === 0 ? null : (
              <Gap
                lines={lines[level - 1] ?? []}
                below={levels[level - 1]?.length ?? 1}
                above={places.length}
              />
            )}
          </li>
        ))
        .toReversed()}
    </ol>
  );
}

type GapProps = {
  readonly lines: readonly LadderLine[];
  readonly below: number;
  readonly above: number;
};

/** The lines between two levels; the places of a level share its width evenly. */
function Gap({ lines, below, above }: GapProps) {
  const x = (index: number, count: number) => ((index + 0.5) / count) * 100;
  return (
    <div className={styles['gap']}>
      <svg width="100%" height="48" aria-hidden>
        {lines.map((line) => (
          <line
            key={`${line.from} ${line.to}`}
            x1={`${x(line.to, above)}%`}
            y1="0"
            x2={`${x(line.from, below)}%`}
            y2="48"
          />
        ))}
      </svg>
      {lines.map((line) =>
        line.rung ? (
          <span
            key={line.rung.id}
            className={styles['question']}
            style={{ left: `${(x(line.from, below) + x(line.to, above)) / 2}%` }}
          >
            {questionLabels[line.rung.question]}
          </span>
        ) : null,
      )}
    </div>
  );
}
