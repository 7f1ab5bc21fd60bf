import type { ActionView } from '@evenkeel/contract/actions';
import { subjectWords } from '../../../lib/subject.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText, Nothing } from '../../../ui/marks/values.tsx';
import { SubjectLink } from '../../subjects/components/subject-link.tsx';
import { DoneButton } from './action-line.tsx';

/** Columns of the list of actions. */
export function actionColumns(mayWrite: boolean): readonly Column<ActionView>[] {
  return [
    { id: 'name', label: 'Action', value: (row) => row.name, grow: true, width: 260 },
    {
      id: 'done',
      label: 'Done',
      value: (row) => (row.doneOn === null ? 'no' : 'yes'),
      cell: (row) => <DoneButton action={row} mayWrite={mayWrite} />,
      width: 60,
    },
    {
      id: 'subject',
      label: 'About',
      value: (row) => row.subject?.name,
      cell: (row) => (row.subject ? <SubjectLink subject={row.subject} /> : <Nothing />),
      width: 260,
    },
    {
      id: 'owner',
      label: 'Owner',
      value: (row) => row.owner?.name,
      cell: (row) => <PersonMark person={row.owner ?? undefined} />,
      width: 160,
    },
    {
      id: 'dueOn',
      label: 'Due',
      value: (row) => row.dueOn,
      cell: (row) => (
        <DateText date={row.dueOn} {...(row.doneOn === null ? { lateAfter: readerToday() } : {})} />
      ),
      width: 116,
    },
    {
      id: 'doneOn',
      label: 'Done on',
      value: (row) => row.doneOn,
      cell: (row) => <DateText date={row.doneOn} />,
      width: 116,
      hidden: true,
    },
  ];
}

/** Filters of the list of actions. */
export const actionFilters: readonly FilterDefinition<ActionView>[] = [
  { id: 'owner', label: 'Owner', kind: 'text', value: (row) => row.owner?.name },
  {
    id: 'when',
    label: 'When',
    kind: 'choice',
    choices: [
      { value: 'overdue', label: 'Overdue' },
      { value: 'ahead', label: 'Ahead' },
      { value: 'none', label: 'Without a day' },
    ],
    value: (row) => (row.isOverdue ? 'overdue' : row.dueOn === null ? 'none' : 'ahead'),
  },
  {
    id: 'about',
    label: 'About',
    kind: 'choice',
    choices: Object.entries(subjectWords).map(([value, { one }]) => ({ value, label: one })),
    value: (row) => row.subject?.kind,
  },
  { id: 'dueOn', label: 'Due', kind: 'date', value: (row) => row.dueOn },
];
