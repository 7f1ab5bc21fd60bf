import type { LevellingProposal } from '@evenkeel/contract/levelling';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { Nothing } from '../../../ui/marks/values.tsx';
import {
  daysLater,
  moveKinds,
  moveOf,
  moveWords,
  rangeOf,
  reasonWords,
  shiftWords,
  stretchWords,
} from '../model.ts';
import styles from './levelling.module.css';
import { MoveBar } from './move-bar.tsx';

type Row = LevellingProposal;

const whoWords = (row: Row) =>
  row.assignees.length > 0
    ? row.assignees.map(({ name }) => name).join(', ')
    : (row.role?.name ?? '');

/** What became of a row's proposal, in words. */
export function decisionWords(row: Row): string {
  if (row.state === 'accepted') return 'Accepted';
  if (!row.isMoved) return '';
  if (row.hasChanged) return 'Changed since';
  return row.state === 'taken-back' ? 'Taken back' : '';
}

/** Columns of the tasks of a levelling; the bars share one line of time. */
export function proposalColumns(rows: readonly Row[]): readonly Column<Row>[] {
  const range = rangeOf(rows);
  return [
    { id: 'task', label: 'Task', width: 190, value: ({ task }) => task.name },
    { id: 'project', label: 'Project', width: 150, value: ({ project }) => project.name },
    { id: 'who', label: 'Who', width: 160, hidden: true, value: whoWords },
    {
      id: 'now',
      label: 'Now',
      width: 192,
      value: (row) => stretchWords(row.startBefore, row.dueBefore),
      sortValue: ({ startBefore, dueBefore }) => startBefore ?? dueBefore ?? '',
      cell: (row) => <Days words={stretchWords(row.startBefore, row.dueBefore)} />,
    },
    {
      id: 'proposed',
      label: 'Proposed',
      width: 192,
      value: (row) => stretchWords(row.startOn, row.dueOn),
      sortValue: ({ startOn }) => startOn,
      cell: (row) => <Days words={stretchWords(row.startOn, row.dueOn)} isDim={!row.isMoved} />,
    },
    {
      id: 'shift',
      label: 'Ends',
      width: 90,
      align: 'end',
      value: (row) => shiftWords(daysLater(row)),
      sortValue: daysLater,
    },
    {
      id: 'decision',
      label: 'Decision',
      width: 115,
      hidden: rows.every((row) => decisionWords(row) === ''),
      value: decisionWords,
    },
    {
      id: 'bars',
      label: 'Now and proposed',
      width: 140,
      sortable: false,
      value: () => '',
      cell: (row) => <MoveBar row={row} range={range} />,
    },
    { id: 'why', label: 'Why it starts then', width: 200, grow: true, value: reasonWords },
  ];
}

function Days({ words, isDim = false }: { readonly words: string; readonly isDim?: boolean }) {
  if (words === '') return <Nothing />;
  return <span className={styles[isDim ? 'dim' : 'number']}>{words}</span>;
}

export const proposalFilters: readonly FilterDefinition<Row>[] = [
  {
    id: 'move',
    label: 'Change',
    kind: 'choice',
    choices: moveKinds.map((value) => ({ value, label: moveWords[value] })),
    value: moveOf,
  },
  { id: 'project', label: 'Project', kind: 'text', value: ({ project }) => project.name },
  { id: 'who', label: 'Who', kind: 'text', value: whoWords },
];
