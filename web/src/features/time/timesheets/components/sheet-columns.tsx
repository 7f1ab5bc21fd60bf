import type { TimesheetRow } from '@evenkeel/contract/timesheets';
import { timesheetStates } from '@evenkeel/core/time/timesheet';
import type { Column } from '../../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../../ui/filter-bar/filter.ts';
import { formatDate, formatWeekdayShort } from '../../../../ui/format/date.ts';
import { formatEffort } from '../../../../ui/format/effort.ts';
import { formatPercent } from '../../../../ui/format/number.ts';
import { PersonMark } from '../../../../ui/marks/record-marks.tsx';
import { DateText, EffortText, Nothing } from '../../../../ui/marks/values.tsx';
import { sheetStates } from '../model.ts';
import { SheetMark } from './sheet-mark.tsx';

/** Initiative hours out of all hours, in basis points. */
function strategicShare(row: TimesheetRow): number | null {
  if (row.minutes === 0) return null;
  return Math.round((row.initiativeMinutes * 10_000) / row.minutes);
}

export const sheetColumns: Column<TimesheetRow>[] = [
  {
    id: 'person',
    label: 'Person',
    width: 190,
    grow: true,
    value: (row) => row.person.name,
    cell: (row) => <PersonMark person={row.person} />,
  },
  {
    id: 'week',
    label: 'Week of',
    width: 116,
    value: (row) => row.week,
    cell: (row) => <DateText date={row.week} />,
  },
  {
    id: 'state',
    label: 'State',
    width: 120,
    value: (row) => sheetStates[row.state].label,
    cell: (row) => <SheetMark state={row.state} />,
    sortValue: (row) => timesheetStates.indexOf(row.state),
  },
  {
    id: 'minutes',
    label: 'Hours',
    width: 84,
    align: 'end',
    value: (row) => row.minutes,
    cell: (row) => <EffortText minutes={row.minutes} />,
    exportValue: (row) => row.minutes / 60,
    total: (rows) => formatEffort(rows.reduce((sum, row) => sum + row.minutes, 0)),
  },
  {
    id: 'capacity',
    label: 'Capacity',
    width: 84,
    align: 'end',
    value: (row) => row.capacityMinutes,
    cell: (row) => <EffortText minutes={row.capacityMinutes} />,
    exportValue: (row) => row.capacityMinutes / 60,
  },
  {
    id: 'billable',
    label: 'Billable',
    width: 84,
    align: 'end',
    value: (row) => row.billableMinutes,
    cell: (row) => <EffortText minutes={row.billableMinutes} />,
    exportValue: (row) => row.billableMinutes / 60,
    total: (rows) => formatEffort(rows.reduce((sum, row) => sum + row.billableMinutes, 0)),
  },
  {
    id: 'strategic',
    label: 'Strategic',
    width: 84,
    align: 'end',
    value: strategicShare,
    cell: (row) => {
      const share = strategicShare(row);
      return share === null ? <Nothing /> : formatPercent(share);
    },
  },
  {
    id: 'missing',
    label: 'Days without time',
    width: 150,
    value: (row) => row.daysWithoutTime.map((day) => formatDate(day)).join(', '),
    cell: (row) =>
      row.daysWithoutTime.length === 0 ? (
        <Nothing />
      ) : (
        row.daysWithoutTime.map((day) => formatWeekdayShort(day)).join(', ')
      ),
    sortValue: (row) => row.daysWithoutTime.length,
  },
  {
    id: 'note',
    label: 'Note',
    width: 200,
    value: (row) => row.reason || row.note,
  },
];

export function sheetFilters(rows: readonly TimesheetRow[]): FilterDefinition<TimesheetRow>[] {
  const people = new Map(rows.map(({ person }) => [person.id, person.name]));
  return [
    {
      id: 'state',
      label: 'State',
      kind: 'choice',
      choices: timesheetStates.map((value) => ({ value, label: sheetStates[value].label })),
      value: (row) => row.state,
    },
    {
      id: 'person',
      label: 'Person',
      kind: 'choice',
      choices: [...people].map(([value, label]) => ({ value, label })),
      value: (row) => row.person.id,
      marks: 'person',
    },
    { id: 'week', label: 'Week of', kind: 'date', value: (row) => row.week },
  ];
}
