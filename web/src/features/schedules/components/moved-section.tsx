import type { DatedMove } from '@evenkeel/contract/schedules';
import type { ProjectId } from '@evenkeel/core/id';
import type { Instant } from '@evenkeel/core/instant';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Column } from '../../../ui/data-list/column.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { formatInstant } from '../../../ui/format/date.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { DateText } from '../../../ui/marks/values.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useBaselines, useMoves } from '../api.ts';
import { dayChange } from '../model.ts';
import { type ChosenMoment, instantOf } from '../moments.ts';
import { DayChange } from './day-change.tsx';
import { MomentField } from './moment-field.tsx';
import styles from './schedules.module.css';
import { SlipText } from './slip-text.tsx';

type MovedSectionProps = { readonly projectId: ProjectId; readonly name: string };

/** So many are shown in the page; the list holds all. */
const shownMoves = 8;

/** What moved in a plan between two moments, read from the change record (PM-25). */
export function MovedSection({ projectId, name }: MovedSectionProps) {
  const [since, setSince] = useState<ChosenMoment>({ kind: 'ago', days: 7 });
  const [until, setUntil] = useState<ChosenMoment>({ kind: 'now' });
  const [isOpen, setOpen] = useState(false);
  const rows = useBaselines(projectId).data?.rows;
  const from = useInstant(since);
  const to = useInstant(until);
  const found = useMoves(projectId, from, to);
  const baselines = (rows ?? []).map(({ takenAt, name: of }) => ({
    value: takenAt,
    label: `When “${of}” was kept`,
  }));
  return (
    <Section title="What moved">
      <div className={styles['moments']}>
        <MomentField
          label="From"
          value={since}
          onChange={setSince}
          choices={[...earlier, ...baselines]}
        />
        <MomentField
          label="To"
          value={until}
          onChange={setUntil}
          choices={[{ value: 'now', label: 'Now' }, ...earlier, ...baselines]}
        />
      </div>
      {from === null ? (
        <p className={styles['quiet']}>Name the day to begin with.</p>
      ) : (
        <Loaded found={found} what="what moved">
          {({ moves: found }) => {
            const moves = found.toSorted(byNews);
            return moves.length === 0 ? (
              <p className={styles['quiet']}>Nothing moved between the two.</p>
            ) : (
              <>
                <p className={styles['quiet']}>{countWords(moves)}</p>
                <ul className={styles['moves']} aria-label="Tasks that moved">
                  {moves.slice(0, shownMoves).map((move) => (
                    <MoveLine key={move.task.id} move={move} />
                  ))}
                </ul>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  className={styles['all-moves'] ?? ''}
                  onClick={() => setOpen(true)}
                >
                  {moves.length > shownMoves ? `All ${moves.length}, as a list` : 'As a list'}
                </Button>
                <SidePanel
                  opened={isOpen}
                  onClose={() => setOpen(false)}
                  title={`What moved in ${name}`}
                  note={spanWords(from, to)}
                  width={860}
                  layout="fill"
                >
                  <DataList
                    noun={{ one: 'task', many: 'tasks' }}
                    rows={moves}
                    columns={columns}
                    rowKey={(move) => move.task.id}
                    rowName={(move) => move.task.name}
                    rowHref={(move) => `/tasks/${move.task.id}`}
                    exportName={`What moved in ${name}`}
                    empty={<EmptyState title="Nothing moved" />}
                  />
                </SidePanel>
              </>
            );
          }}
        </Loaded>
      )}
    </Section>
  );
}

function MoveLine({ move }: { readonly move: DatedMove }) {
  const { from, to } = dayChange(move);
  return (
    <li className={styles['baseline']}>
      <span className={styles['what']}>
        <span className={styles['name']}>{move.task.name}</span>
        <span className={styles['detail']}>
          {[whatWords(move), move.changedBy, formatInstant(move.changedAt)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className={styles['days']}>
        <DayChange from={from} to={to} />
      </span>
      <SlipText weekdays={move.weekdays} />
    </li>
  );
}

function whatWords({ before, after }: DatedMove): string {
  if (!before) return 'added';
  return after ? '' : 'removed';
}

/** What moved most first; then what went, then what came. */
function byNews(one: DatedMove, other: DatedMove): number {
  const rank = ({ before, after }: DatedMove) => (before ? (after ? 0 : 1) : 2);
  const slip = ({ weekdays }: DatedMove) => Math.abs(weekdays ?? 0);
  return rank(one) - rank(other) || slip(other) - slip(one);
}

/** “3 tasks moved, 1 removed, 2 added”. */
function countWords(moves: readonly DatedMove[]): string {
  const added = moves.filter(({ before }) => !before).length;
  const removed = moves.filter(({ before, after }) => before && !after).length;
  const moved = moves.length - added - removed;
  const parts = [
    moved > 0 ? `${formatCount(moved, { one: 'task', many: 'tasks' })} moved` : null,
    removed > 0 ? `${formatCount(removed, { one: 'task', many: 'tasks' })} removed` : null,
    added > 0 ? `${formatCount(added, { one: 'task', many: 'tasks' })} added` : null,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

const earlier = [
  { value: 'ago-1', label: 'Yesterday' },
  { value: 'ago-7', label: 'A week ago' },
  { value: 'ago-30', label: '30 days ago' },
  { value: 'ago-365', label: 'A year ago' },
];

/** The instant of a chosen moment; the same until another is chosen. */
function useInstant(chosen: ChosenMoment): Instant | null {
  return useMemo(() => instantOf(chosen, Date.now(), new Date().getTimezoneOffset()), [chosen]);
}

function spanWords(from: Instant | null, to: Instant | null): string {
  if (!from) return '';
  return `${formatInstant(from)} to ${to ? formatInstant(to) : 'now'}`;
}

const columns: readonly Column<DatedMove>[] = [
  { id: 'name', label: 'Task', value: (move) => move.task.name, grow: true },
  {
    id: 'was',
    label: 'Was due',
    value: (move) => dayChange(move).from,
    cell: (move) => <DateText date={dayChange(move).from} />,
    width: 110,
  },
  {
    id: 'is',
    label: 'Is due',
    value: (move) => dayChange(move).to,
    cell: (move) => <DateText date={dayChange(move).to} />,
    width: 110,
  },
  {
    id: 'slip',
    label: 'Weekdays',
    value: (move) => move.weekdays,
    cell: (move) => <SlipText weekdays={move.weekdays} />,
    align: 'end',
    width: 100,
  },
  {
    id: 'at',
    label: 'Last changed',
    value: (move) => move.changedAt,
    cell: (move) => formatInstant(move.changedAt),
    width: 150,
  },
  { id: 'by', label: 'By', value: (move) => move.changedBy, width: 130 },
];
