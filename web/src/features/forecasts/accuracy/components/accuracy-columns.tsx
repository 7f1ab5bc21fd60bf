import type { AccuracyGrouping, AccuracyRow } from '@evenkeel/contract/forecasts';
import type { Column } from '../../../../ui/data-list/column.ts';
import { EffortText } from '../../../../ui/marks/values.tsx';
import { ratioText, shareText } from '../../model.ts';

/** What kind of work a line is about. */
export function accuracyName(row: AccuracyRow, by: AccuracyGrouping): string {
  const role = row.role?.name ?? 'No role';
  const type = row.type || 'No phase';
  if (by === 'role') return role;
  return by === 'type' ? type : `${role}: ${type}`;
}

/** Columns of estimate against actual. */
export function accuracyColumns(by: AccuracyGrouping): readonly Column<AccuracyRow>[] {
  return [
    {
      id: 'name',
      label: 'Kind of work',
      width: 260,
      grow: true,
      value: (row) => accuracyName(row, by),
    },
    { id: 'count', label: 'Finished tasks', width: 120, align: 'end', value: (row) => row.count },
    effort('estimate', 'Estimated', (row) => row.estimateMinutes),
    effort('actual', 'Logged', (row) => row.actualMinutes),
    ratio('own', 'Own ratio', (row) => row.ownRatio),
    {
      id: 'weight',
      label: 'Counts',
      width: 90,
      align: 'end',
      value: (row) => row.weight,
      cell: (row) => shareText(row.weight),
    },
    ratio('ratio', 'Ratio used', (row) => row.ratio),
    ratio('p80', 'P80', (row) => row.p80),
  ];
}

function effort(
  id: string,
  label: string,
  minutes: (row: AccuracyRow) => number,
): Column<AccuracyRow> {
  return {
    id,
    label,
    width: 110,
    align: 'end',
    value: minutes,
    cell: (row) => <EffortText minutes={minutes(row)} />,
    exportValue: (row) => minutes(row) / 60,
  };
}

function ratio(id: string, label: string, of: (row: AccuracyRow) => number): Column<AccuracyRow> {
  return { id, label, width: 100, align: 'end', value: of, cell: (row) => ratioText(of(row)) };
}
