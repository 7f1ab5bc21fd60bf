import type { GoalRow } from '@evenkeel/contract/goals';
import { goalDrivers } from '@evenkeel/core/strategy/goal';
import { kpiStandings } from '@evenkeel/core/strategy/kpi';
import { standingLabels } from '../../../lib/kpi-standing.ts';
import { recordNumber } from '../../../lib/record-number.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText, Nothing } from '../../../ui/marks/values.tsx';
import { driverLabels, targetInWords } from '../model.ts';
import { GoalBar } from './goal-progress.tsx';

const noun = { one: 'initiative', many: 'initiatives' };

const name: Column<GoalRow> = {
  id: 'name',
  label: 'Goal',
  value: (row) => row.name,
  grow: true,
  width: 260,
};

const progress: Column<GoalRow> = {
  id: 'progress',
  label: 'Progress',
  value: (row) => row.pace.progress,
  cell: (row) => <GoalBar goal={row} />,
  exportValue: (row) => (row.pace.progress === null ? '' : row.pace.progress / 10_000),
  width: 176,
};

const target: Column<GoalRow> = {
  id: 'target',
  label: 'Target',
  value: (row) => targetInWords(row.headline),
  cell: (row) => targetInWords(row.headline) ?? <Nothing />,
  sortable: false,
  width: 170,
};

const deadline: Column<GoalRow> = {
  id: 'deadline',
  label: 'Deadline',
  value: (row) => row.deadline,
  cell: (row) => (
    <DateText
      date={row.deadline}
      {...(row.pace.standing === 'reached' ? {} : { lateAfter: readerToday() })}
    />
  ),
  width: 116,
};

const owner: Column<GoalRow> = {
  id: 'owner',
  label: 'Owner',
  value: (row) => row.owner?.name,
  cell: (row) => <PersonMark person={row.owner ?? undefined} />,
  width: 150,
};

const initiatives: Column<GoalRow> = {
  id: 'initiatives',
  label: 'Initiatives',
  value: (row) => row.initiativeCount,
  cell: (row) =>
    row.initiativeCount === 0 ? (
      <HealthMark health="at-risk" label="No initiative" />
    ) : (
      formatCount(row.initiativeCount, noun)
    ),
  width: 128,
};

/** Columns of the list of all goals. */
export const goalColumns: readonly Column<GoalRow>[] = [
  name,
  {
    id: 'number',
    label: 'Number',
    value: (row) => recordNumber('goal', row.number),
    sortValue: (row) => row.number,
    width: 92,
    hidden: true,
  },
  { id: 'driver', label: 'Driver', value: (row) => driverLabels[row.driver], width: 116 },
  progress,
  target,
  deadline,
  owner,
  initiatives,
  { id: 'plan', label: 'Plan', value: (row) => row.plan.name, width: 160, hidden: true },
  {
    id: 'measure',
    label: 'First KPI',
    value: (row) => row.headline?.name,
    width: 160,
    hidden: true,
  },
];

/** Filters of the list of goals. */
export const goalFilters: readonly FilterDefinition<GoalRow>[] = [
  {
    id: 'initiatives',
    label: 'Initiatives',
    kind: 'choice',
    choices: [
      { value: 'none', label: 'No initiative' },
      { value: 'some', label: 'Has an initiative' },
    ],
    value: (row) => (row.initiativeCount === 0 ? 'none' : 'some'),
  },
  {
    id: 'driver',
    label: 'Driver',
    kind: 'choice',
    choices: goalDrivers.map((value) => ({ value, label: driverLabels[value] })),
    value: (row) => row.driver,
  },
  {
    id: 'standing',
    label: 'Health',
    kind: 'choice',
    choices: kpiStandings.map((value) => ({ value, label: standingLabels[value] })),
    value: (row) => row.pace.standing,
  },
  { id: 'owner', label: 'Owner', kind: 'text', value: (row) => row.owner?.name },
  { id: 'deadline', label: 'Deadline', kind: 'date', value: (row) => row.deadline },
];
