import styles from './gantt-bars.module.css';

type Extent = { readonly x: number; readonly width: number };

type PiecesProps = {
  /** Where each part lies, in pixels of the sheet. */
  readonly extents: readonly Extent[];
  readonly left: number;
  readonly width: number;
  /** What the task is and how it stands, for its colours and for the pointer. */
  readonly marks: Readonly<Record<`data-${string}`, string | true | undefined>>;
  /** 0 to 1, of the work of all parts. */
  readonly progress: number;
  readonly hasHandles: boolean;
};

/** The parts of a task that pauses, joined by a dotted line; each after the first is dragged for itself. */
export function GanttPieces({ extents, left, width, marks, progress, hasHandles }: PiecesProps) {
  const pieces = piecesOf(extents, progress);
  const { 'data-part': part, 'data-late': late, 'data-shape': shape, ...others } = marks;
  return (
    <span className={styles['pieces']} {...others} data-shape={shape} style={{ left, width }}>
      {pieces.map(({ at, x, width: own, done }) => (
        <span
          key={at}
          className={styles['bar']}
          {...others}
          data-late={at === pieces.length - 1 ? late : undefined}
          data-part={part && at > 0 ? 'piece' : part}
          data-piece={at}
          style={{ left: x - left, width: own }}
        >
          {done > 0 ? (
            <span className={styles['done']} style={{ width: `${done * 100}%` }} />
          ) : null}
          {hasHandles ? <PieceHandles at={at} last={pieces.length - 1} done={done} /> : null}
        </span>
      ))}
    </span>
  );
}

type Piece = Extent & { readonly at: number; readonly done: number };

/** Parts are done one after the other. */
function piecesOf(extents: readonly Extent[], progress: number): Piece[] {
  let left = progress * extents.reduce((sum, { width }) => sum + width, 0);
  return extents.map(({ x, width }, at) => {
    const done = Math.min(1, Math.max(0, left / width));
    left -= width;
    return { at, x, width, done };
  });
}

type PieceHandlesProps = { readonly at: number; readonly last: number; readonly done: number };

/** The ends of the whole, and its progress where that has come to. */
function PieceHandles({ at, last, done }: PieceHandlesProps) {
  const isReached = done > 0 && (done < 1 || at === last);
  return (
    <>
      {at === 0 ? <span className={styles['end']} data-part="start" data-side="start" /> : null}
      {at === last ? (
        <span className={styles['end']} data-part="finish" data-side="finish" />
      ) : null}
      {isReached || (at === 0 && done === 0) ? (
        <span
          className={styles['progress']}
          data-part="progress"
          style={{ left: `${done * 100}%` }}
        />
      ) : null}
    </>
  );
}
