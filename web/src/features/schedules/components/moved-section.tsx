import type { DatedMove } from '@evenkeel/contract/schedules';
import type { ProjectId } from '@evenkeel/core/id';
import { type Instant, instant } from '@evenkeel/core/instant';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Column } from '../../../ui/data-list/column.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { formatInstant } from '../../../ui/format/date.ts';
import { DateText } from '../../../ui/marks/values.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useBaselines, useMoves } from '../api.ts';
import { dayChange } from '../model.ts';
import { DayChange } from './day-change.tsx';
import styles from './schedules.module.css';
import { SlipText } from './slip-text.tsx';

type MovedSectionProps = { readonly projectId: ProjectId; readonly name: string };

/** So many are shown in the page; the list holds all. */
const shownMoves = 8;

/** What moved in a plan since a moment, read from the change record. */
export function MovedSection({ projectId, name }: MovedSectionProps) {
  const [since, setSince] = useState('7');
  const [isOpen, setOpen] = useState(false);
  const baselines = useBaselines(projectId).data?.rows;
  const from = useMemo(() => momentOf(since), [since]);
  const found = useMoves(projectId, from);
  const choices = [
    ...spans,
    ...(baselines ?? []).map(({ takenAt, name: of }) => ({ value: takenAt, label: `“${of}”` })),
  ];
  return (
    <Section
      title="What moved"
      actions={
        <ChoiceField
          label="Since"
          value={since}
          onChange={(value) => setSince(value ?? '7')}
          choices={choices}
        />
      }
    >
      <Loaded found={found} what="what moved">
        {({ moves }) =>
          moves.length === 0 ? (
            <p className={styles['quiet']}>Nothing has moved since then.</p>
          ) : (
            <>
              <ul className={styles['moves']} aria-label="Tasks that moved">
                {moves.slice(0, shownMoves).map((move) => (
                  <MoveLine key={move.task.id} move={move} />
                ))}
              </ul>
              <Button variant="subtle" onClick={() => setOpen(true)}>
                All {moves.length}, as a list
              </Button>
              <SidePanel
                opened={isOpen}
                onClose={() => setOpen(false)}
                title={`What moved in ${name}`}
                note={`since ${from ? formatInstant(from) : ''}`}
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
          )
        }
      </Loaded>
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

const spans = [
  { value: '1', label: 'Since yesterday' },
  { value: '7', label: 'For a week' },
  { value: '30', label: 'For 30 days' },
  { value: '365', label: 'For a year' },
];

/** So many days ago, or the moment a baseline was taken. */
function momentOf(since: string): Instant {
  const days = Number(since);
  if (!Number.isInteger(days)) return instant(since);
  return instant(new Date(Date.now() - days * 86_400_000).toISOString());
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
