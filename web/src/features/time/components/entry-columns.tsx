import type { TimeEntryRow } from '@evenkeel/contract/time';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { KindBadge, kindLabels } from '../../../ui/marks/kind-badge.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText, EffortText, Nothing } from '../../../ui/marks/values.tsx';
import { workName } from '../model.ts';
import { WorkLabel } from './work-label.tsx';

export const entryColumns: Column<TimeEntryRow>[] = [
  {
    id: 'work',
    label: 'Work',
    width: 280,
    grow: true,
    value: workName,
    cell: (entry) => <WorkLabel work={entry} />,
  },
  {
    id: 'on',
    label: 'Day',
    width: 112,
    value: (entry) => entry.on,
    cell: (entry) => <DateText date={entry.on} />,
  },
  {
    id: 'person',
    label: 'Person',
    width: 168,
    value: (entry) => entry.person.name,
    cell: (entry) => <PersonMark person={entry.person} />,
  },
  {
    id: 'minutes',
    label: 'Hours',
    width: 96,
    align: 'end',
    value: (entry) => entry.minutes,
    cell: (entry) => <EffortText minutes={entry.minutes} />,
    exportValue: (entry) => entry.minutes / 60,
    total: (rows) => <EffortText minutes={rows.reduce((sum, row) => sum + row.minutes, 0)} />,
  },
  {
    id: 'billable',
    label: 'Billable',
    width: 84,
    value: (entry) => entry.isBillable,
    cell: (entry) => (entry.isBillable ? 'Yes' : <Nothing />),
  },
  { id: 'note', label: 'Note', width: 260, value: (entry) => entry.note },
  {
    id: 'kind',
    label: 'Kind',
    width: 130,
    hidden: true,
    value: (entry) => kindLabels[entry.project.kind],
    cell: (entry) => <KindBadge kind={entry.project.kind} />,
  },
  {
    id: 'project',
    label: 'Project',
    width: 200,
    hidden: true,
    value: (entry) => entry.project.name,
  },
];

export function entryFilters(rows: readonly TimeEntryRow[]): FilterDefinition<TimeEntryRow>[] {
  const choices = (of: (row: TimeEntryRow) => { id: string; name: string }) => {
    const named = new Map(rows.map((row) => [of(row).id, of(row).name]));
    return [...named]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label));
  };
  return [
    {
      id: 'person',
      label: 'Person',
      kind: 'choice',
      choices: choices((row) => row.person),
      value: (row) => row.person.id,
      marks: 'person',
    },
    {
      id: 'project',
      label: 'Project',
      kind: 'choice',
      choices: choices((row) => row.project),
      value: (row) => row.project.id,
    },
    {
      id: 'kind',
      label: 'Kind',
      kind: 'choice',
      choices: Object.entries(kindLabels).map(([value, label]) => ({ value, label })),
      value: (row) => row.project.kind,
    },
    {
      id: 'billable',
      label: 'Billable',
      kind: 'choice',
      choices: [
        { value: 'yes', label: 'Billable' },
        { value: 'no', label: 'Not billable' },
      ],
      value: (row) => (row.isBillable ? 'yes' : 'no'),
    },
    { id: 'note', label: 'Note', kind: 'text', value: (row) => row.note },
  ];
}
