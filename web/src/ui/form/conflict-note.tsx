import styles from './form.module.css';

type ConflictNoteProps = {
  /** What the other one saved in this field; undefined when they changed something else. */
  readonly theirs?: unknown;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs?: () => void;
};

/** Says at a field that somebody else was faster, and lets the reader decide; nothing is lost. */
export function ConflictNote({ theirs, onKeepMine, onTakeTheirs }: ConflictNoteProps) {
  const words = theirs === undefined ? undefined : wordsOf(theirs);
  return (
    <span className={styles['conflict']}>
      {words === undefined
        ? 'Somebody else changed this while you were writing. Yours is not saved.'
        : `Somebody else changed this to ${words} while you were writing. Yours is not saved.`}{' '}
      {/* Pressed with the mouse the field would lose the focus first, and so try to save. */}
      <button
        type="button"
        className={styles['decide']}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onKeepMine}
      >
        Keep mine
      </button>
      {onTakeTheirs ? (
        <button
          type="button"
          className={styles['decide']}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onTakeTheirs}
        >
          Take theirs
        </button>
      ) : null}
    </span>
  );
}

/** A value in words as far as it has any of its own. */
function wordsOf(value: unknown): string | undefined {
  if (value === null || value === '') return 'nothing';
  if (typeof value === 'string') return `“${value.length > 80 ? `${value.slice(0, 80)}…` : value}”`;
  if (typeof value === 'object' && 'name' in value) return `“${String(value.name)}”`;
  return undefined;
}
