import type { AnalysisBoardView } from '@evenkeel/contract/analysis';
import { type LevelLine, levelLines } from '../model.ts';
import styles from './analysis.module.css';

const height = 260;
const dashes = ['6 4', '2 3', '8 3 2 3', '4 2', '10 4', '1 4', '6 2 1 2'];

/** The strategy canvas: what each competitor offers, factor by factor. Ours is drawn through. */
export function LevelsChart({ board }: { readonly board: AnalysisBoardView }) {
  const { factors, lines } = levelLines(board);
  const drawn = lines.filter(({ points }) => points.length > 0);
  if (drawn.length === 0) {
    return (
      <p className={styles['teaches']}>
        Add factors below and give each competitor a level from 0 to 10: the lines are drawn here.
      </p>
    );
  }
  return (
    <figure className={styles['chart']}>
      <svg
        viewBox={`0 0 1000 ${height}`}
        preserveAspectRatio="none"
        className={styles['lines']}
        role="img"
        aria-label={inWords(factors, drawn)}
      >
        {[0, 0.5, 1].map((y) => (
          <line key={y} x1={0} x2={1000} y1={at(y)} y2={at(y)} className={styles['grid']} />
        ))}
        {drawn.map((line, index) => (
          <polyline
            key={line.name}
            points={line.points.map(({ x, y }) => `${x * 1000},${at(y)}`).join(' ')}
            className={styles[line.isOurs ? 'ours' : 'theirs']}
            strokeDasharray={line.isOurs ? undefined : dashes[index % dashes.length]}
          />
        ))}
      </svg>
      {drawn.map((line) => (
        <LineEnd key={line.name} line={line} />
      ))}
      <div
        className={styles['factors']}
        style={{ gridTemplateColumns: `repeat(${factors.length}, minmax(0, 1fr))` }}
        aria-hidden
      >
        {factors.map((factor) => (
          <span key={factor}>{factor}</span>
        ))}
      </div>
      <details className={styles['table-behind']}>
        <summary>Show table</summary>
        <LevelTable board={board} />
      </details>
    </figure>
  );
}

/** A line names itself where it ends. */
function LineEnd({ line }: { readonly line: LevelLine }) {
  const last = line.points.at(-1);
  if (!last) return null;
  return (
    <span
      className={styles['line-end']}
      data-ours={line.isOurs || undefined}
      style={{ left: `${last.x * 100}%`, top: at(last.y) }}
      aria-hidden
    >
      {line.name}
    </span>
  );
}

function LevelTable({ board }: { readonly board: AnalysisBoardView }) {
  const factors = board.insights.filter(({ section }) => section === 'factors');
  return (
    <table className={styles['level-table']}>
      <thead>
        <tr>
          <th scope="col">Factor</th>
          {board.competitors.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {factors.map(({ id, name, levels }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {board.competitors.map((competitor) => (
              <td key={competitor}>{levels[competitor] ?? '—'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** With room for the ends of the scale. */
function at(share: number): number {
  return 14 + share * (height - 28);
}

function inWords(factors: readonly string[], lines: readonly LevelLine[]): string {
  const parts = lines.map(
    ({ name, points }) => `${name}: ${points.map((p) => p.level).join(', ')}`,
  );
  return `Levels from 0 to 10 of ${factors.join(', ')}. ${parts.join('. ')}`;
}
