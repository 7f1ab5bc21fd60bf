import styles from './planner.module.css';
import type { PlannerDrawing } from './planner-drawing.ts';
import { daysOf, type PlannerFocus } from './planner-focus.ts';
import { daysText } from './planner-words.ts';
import type { Drawn } from './use-planner-pointer.ts';

type PlannerMarksProps = {
  readonly drawing: PlannerDrawing;
  readonly focus: PlannerFocus | null;
  readonly drawn: Drawn | null;
};

/** The days in focus, and the days that are being drawn over. */
export function PlannerMarks({ drawing, focus, drawn }: PlannerMarksProps) {
  const chosen = focus?.on === 'days' ? { rowKey: focus.rowKey, ...daysOf(focus) } : null;
  return (
    <>
      {chosen && !drawn ? <Frame drawing={drawing} {...chosen} look="chosen" /> : null}
      {drawn ? (
        <Frame
          drawing={drawing}
          rowKey={drawn.rowKey}
          from={drawn.start}
          to={drawn.end}
          look="drawn"
          text={daysText(drawn.start, drawn.end)}
        />
      ) : null}
    </>
  );
}

type FrameProps = {
  readonly drawing: PlannerDrawing;
  readonly rowKey: string;
  readonly from: number;
  readonly to: number;
  readonly look: 'chosen' | 'drawn';
  readonly text?: string;
};

function Frame({ drawing, rowKey, from, to, look, text }: FrameProps) {
  const { rows, rowHeight, scale } = drawing;
  const index = rows.findIndex(({ key }) => key === rowKey);
  if (index < 0) return null;
  return (
    <span
      className={styles[look]}
      aria-hidden
      style={{
        top: index * rowHeight,
        left: (from - scale.firstDay) * scale.dayWidth,
        width: (to - from + 1) * scale.dayWidth,
      }}
    >
      {text ? <span>{text}</span> : null}
    </span>
  );
}
