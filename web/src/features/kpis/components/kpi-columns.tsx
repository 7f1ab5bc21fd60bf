import type { KpiRow } from '@evenkeel/contract/kpis';
import { kpiPerspectives, kpiStandings } from '@evenkeel/core/strategy/kpi';
import {
  frequencyLabels,
  perspectiveLabels,
  standingHealth,
  standingLabels,
} from '../../../lib/kpi-standing.ts';
import { recordNumber } from '../../../lib/record-number.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { formatMeasured } from '../../../ui/format/measured.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText, Nothing } from '../../../ui/marks/values.tsx';

/** A value of a KPI in its unit, right-aligned with the others. */
function measuredColumn(
  id: string,
  label: string,
  value: (row: KpiRow) => number | null | undefined,
): Column<KpiRow> {
  return {
    id,
    label,
    value: (row) => value(row) ?? null,
    cell: (row) => {
      const number = value(row);
      return typeof number === 'number' ? formatMeasured(number, row.unit) : <Nothing />;
    },
    align: 'end',
    width: 112,
  };
}

/** Columns of the list of all KPIs. */
export const kpiColumns: readonly Column<KpiRow>[] = [
  { id: 'name', label: 'KPI', value: (row) => row.name, grow: true, width: 240 },
  {
    id: 'number',
    label: 'Number',
    value: (row) => recordNumber('kpi', row.number),
    sortValue: (row) => row.number,
    width: 92,
    hidden: true,
  },
  {
    id: 'health',
    label: 'Health',
    value: (row) => standingLabels[row.pace.standing],
    sortValue: (row) => kpiStandings.indexOf(row.pace.standing),
    cell: (row) => (
      <HealthMark
        health={standingHealth[row.pace.standing]}
        label={standingLabels[row.pace.standing]}
      />
    ),
    width: 122,
  },
  measuredColumn('actual', 'Actual', (row) => row.latest?.value),
  measuredColumn('target', 'Target', (row) => row.target),
  { ...measuredColumn('baseline', 'Baseline', (row) => row.baseline), hidden: true },
  {
    id: 'dueOn',
    label: 'Next actual',
    value: (row) => row.dueOn,
    cell: (row) => <DateText date={row.dueOn} lateAfter={readerToday()} />,
    width: 118,
  },
  {
    id: 'deadline',
    label: 'Deadline',
    value: (row) => row.lineEndsOn,
    cell: (row) => <DateText date={row.lineEndsOn} />,
    width: 112,
  },
  {
    id: 'owner',
    label: 'Owner',
    value: (row) => row.owner?.name,
    cell: (row) => <PersonMark person={row.owner ?? undefined} />,
    width: 150,
  },
  { id: 'goal', label: 'Goal', value: (row) => row.goal.name, width: 200 },
  {
    id: 'perspective',
    label: 'Perspective',
    value: (row) => perspectiveLabels[row.perspective],
    width: 150,
    hidden: true,
  },
  {
    id: 'comment',
    label: 'Last comment',
    value: (row) => row.latest?.comment,
    width: 260,
    hidden: true,
  },
  {
    id: 'frequency',
    label: 'Measured',
    value: (row) => frequencyLabels[row.frequency],
    width: 120,
    hidden: true,
  },
  { id: 'plan', label: 'Plan', value: (row) => row.plan.name, width: 160, hidden: true },
];

/** Filters of KPIs, on the scorecard and in the list. */
export const kpiFilters: readonly FilterDefinition<KpiRow>[] = [
  {
    id: 'health',
    label: 'Health',
    kind: 'choice',
    choices: kpiStandings.map((value) => ({ value, label: standingLabels[value] })),
    value: (row) => row.pace.standing,
  },
  {
    id: 'due',
    label: 'Actual',
    kind: 'choice',
    choices: [
      { value: 'due', label: 'Actual due' },
      { value: 'fresh', label: 'Up to date' },
    ],
    value: (row) => (row.dueOn !== null && row.dueOn <= readerToday() ? 'due' : 'fresh'),
  },
  { id: 'owner', label: 'Owner', kind: 'text', value: (row) => row.owner?.name },
  { id: 'plan', label: 'Plan', kind: 'text', value: (row) => row.plan.name },
  { id: 'goal', label: 'Goal', kind: 'text', value: (row) => row.goal.name },
  {
    id: 'perspective',
    label: 'Perspective',
    kind: 'choice',
    choices: kpiPerspectives.map((value) => ({ value, label: perspectiveLabels[value] })),
    value: (row) => row.perspective,
  },
];
