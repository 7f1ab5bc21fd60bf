import { IconDots } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { formatEffortShort, parseEffort } from '../../../../ui/format/effort.ts';
import type { WeekCell } from '../model.ts';
import { type GridMove, moveOf } from './grid-keys.ts';
import styles from './week.module.css';

const mostMinutes = 1_440;

export type WeekCellInputProps = {
  readonly cell: WeekCell;
  /** `Interviews, Mon 23 Nov`. */
  readonly label: string;
  readonly canWrite: boolean;
  readonly onSave: (minutes: number) => void;
  /** Minutes as typed so far, null once they are saved or given up. */
  readonly onTyping: (minutes: number | null) => void;
  /** Opens the cell's entries with their notes. */
  readonly onOpen: () => void;
  readonly onMove: (move: GridMove) => void;
};

/** One day of one row: type `1:30`, `1.5` or `90m`; keys as in a spreadsheet. */
export function WeekCellInput(props: WeekCellInputProps) {
  const { cell, label, canWrite, onSave, onTyping, onOpen, onMove } = props;
  const [text, setText] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const saved = cell.minutes === 0 ? '' : formatEffortShort(cell.minutes);
  const isClosed = !canWrite || cell.isFuture || cell.isCompound;

  const giveUp = () => {
    setText(null);
    setWrong(false);
    onTyping(null);
  };
  /** Whether what is typed could be read, and so was saved. */
  const commit = (): boolean => {
    if (text === null) return true;
    const minutes = readMinutes(text);
    if (minutes === undefined) {
      setWrong(true);
      return false;
    }
    if (minutes !== cell.minutes) onSave(minutes);
    giveUp();
    return true;
  };
  const type = (typed: string) => {
    setText(typed);
    setWrong(false);
    onTyping(readMinutes(typed) ?? null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && text !== null) {
      event.stopPropagation();
      giveUp();
      return;
    }
    if (event.key === 'F2' || (event.key === 'Enter' && (event.altKey || cell.isCompound))) {
      event.preventDefault();
      onOpen();
      return;
    }
    const move = moveOf(event, { isTyping: text !== null });
    if (!move) return;
    event.preventDefault();
    if (commit()) onMove(move);
  };
  return (
    <div className={styles['cell']} data-future={cell.isFuture || undefined}>
      <input
        ref={input}
        className={styles['input']}
        data-cell={cell.key}
        aria-label={label}
        aria-invalid={isWrong || undefined}
        title={isWrong ? 'Write hours like 1:30, 1.5 or 90m, at most 24 h a day' : undefined}
        inputMode="text"
        autoComplete="off"
        readOnly={isClosed}
        value={text ?? saved}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={(event: FocusEvent<HTMLInputElement>) => event.currentTarget.select()}
        onBlur={() => {
          if (!commit()) giveUp();
        }}
        onDoubleClick={() => cell.isCompound && onOpen()}
        onKeyDown={onKeyDown}
      />
      {cell.entries.length > 0 || (canWrite && !cell.isFuture) ? (
        <button
          type="button"
          className={styles['more']}
          data-shown={cell.hasNote || cell.isCompound || undefined}
          tabIndex={-1}
          aria-label={`Entries and notes of ${label}`}
          title={cell.isCompound ? `${cell.entries.length} entries` : 'Note and details (F2)'}
          onClick={onOpen}
        >
          {cell.hasNote || cell.isCompound ? <NoteMark /> : <IconDots size={12} aria-hidden />}
        </button>
      ) : null}
    </div>
  );
}

function NoteMark() {
  return <span className={styles['note-mark']} aria-hidden />;
}

function readMinutes(text: string): number | undefined {
  if (text.trim() === '') return 0;
  const minutes = parseEffort(text);
  return minutes === undefined || minutes > mostMinutes ? undefined : minutes;
}
