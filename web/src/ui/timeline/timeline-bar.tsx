import { Menu } from '@mantine/core';
import { IconArrowRight, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { formatDate } from '../format/date.ts';
import { AppLink } from '../navigation/app-link.tsx';
import { ShortcutKeys } from '../shortcut/shortcut-keys.tsx';
import styles from './timeline.module.css';
import type { BarDays, TimelineRow } from './timeline-row.ts';
import { daysOfPixels, extentOf, movedDays, type Scale } from './timeline-scale.ts';

type TimelineBarProps = {
  readonly row: TimelineRow;
  readonly days: BarDays;
  readonly scale: Scale;
  readonly isMovable: boolean;
  readonly onMove: (row: TimelineRow, days: BarDays) => void;
};

type Part = 'whole' | 'start' | 'end';
type Drag = { readonly part: Part; readonly from: number; readonly by: number };

/** Pixels at either end of a bar by which it is stretched. */
const handle = 8;

/** A bar that is dragged as a whole or by an end; arrows and its menu do the same. */
export function TimelineBar(props: TimelineBarProps) {
  const { row, days, scale, isMovable, onMove } = props;
  const [drag, setDrag] = useState<Drag | null>(null);
  const [isOpen, setOpen] = useState(false);
  const wasDragged = useRef(false);
  const shown = drag ? movedDays(days, drag.part, drag.by) : days;
  const extent = extentOf(scale, shown);
  const style = { left: extent.x, width: extent.width };
  const words = wordsOf(row, shown);
  const shape = {
    className: styles['bar'],
    'data-shape': row.shape,
    'data-tone': row.tone,
    'data-late': row.isLate || undefined,
    style,
  };
  const filling = (
    <span className={styles['done']} style={{ width: `${Math.round(row.progress * 100)}%` }} />
  );
  if (!isMovable) {
    return (
      <span {...shape} role="img" aria-label={words} title={words}>
        {filling}
      </span>
    );
  }
  const move = (part: Part, by: number) => onMove(row, movedDays(days, part, by));
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    wasDragged.current = false;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ part: partAt(event), from: event.clientX, by: 0 });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!drag) return;
    const pixels = event.clientX - drag.from;
    if (Math.abs(pixels) > 3) wasDragged.current = true;
    const by = daysOfPixels(scale, pixels);
    if (by !== drag.by) setDrag({ ...drag, by });
  };
  const onPointerUp = () => {
    if (drag && drag.by !== 0) move(drag.part, drag.by);
    setDrag(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(event.shiftKey ? 'end' : 'whole', by);
  };
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-start" width={250}>
      <Menu.Target>
        <button
          type="button"
          {...shape}
          aria-label={words}
          title={drag ? undefined : words}
          data-dragged={drag ? true : undefined}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => setDrag(null)}
          onKeyDown={onKeyDown}
          // A drag ends with a click, which is none.
          onClickCapture={(event) => {
            if (wasDragged.current) event.stopPropagation();
            wasDragged.current = false;
          }}
        >
          {filling}
          {drag ? <span className={styles['drag-days']}>{daysInWords(shown)}</span> : null}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <BarItems row={row} move={move} />
      </Menu.Dropdown>
    </Menu>
  );
}

type BarItemsProps = {
  readonly row: TimelineRow;
  readonly move: (part: Part, by: number) => void;
};

function BarItems({ row, move }: BarItemsProps) {
  return (
    <>
      {row.href ? (
        <Menu.Item component={AppLink} href={row.href} leftSection={<IconArrowRight size={15} />}>
          Open
        </Menu.Item>
      ) : null}
      {moves.map(({ label, part, by, keys }) => (
        <Menu.Item
          key={label}
          leftSection={by > 0 ? <IconChevronRight size={15} /> : <IconChevronLeft size={15} />}
          rightSection={keys ? <ShortcutKeys keys={keys} /> : undefined}
          onClick={() => move(part, by)}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  );
}

const moves: readonly {
  readonly label: string;
  readonly part: Part;
  readonly by: number;
  readonly keys?: string;
}[] = [
  { label: 'A day later', part: 'whole', by: 1, keys: 'ArrowRight' },
  { label: 'A day earlier', part: 'whole', by: -1, keys: 'ArrowLeft' },
  { label: 'A week later', part: 'whole', by: 7 },
  { label: 'A week earlier', part: 'whole', by: -7 },
  { label: 'A day longer', part: 'end', by: 1, keys: 'shift+ArrowRight' },
  { label: 'A day shorter', part: 'end', by: -1, keys: 'shift+ArrowLeft' },
];

function partAt(event: PointerEvent<HTMLElement>): Part {
  const { left, right, width } = event.currentTarget.getBoundingClientRect();
  // A bar of a day or two is only moved: there is no room to take it by an end.
  if (width < handle * 3) return event.clientX > right - handle / 2 ? 'end' : 'whole';
  if (event.clientX < left + handle) return 'start';
  return event.clientX > right - handle ? 'end' : 'whole';
}

function wordsOf(row: TimelineRow, days: BarDays): string {
  return [row.name, daysInWords(days), row.detail].filter(Boolean).join(', ');
}

function daysInWords({ start, end }: BarDays): string {
  return start === end ? formatDate(start) : `${formatDate(start)} to ${formatDate(end)}`;
}
