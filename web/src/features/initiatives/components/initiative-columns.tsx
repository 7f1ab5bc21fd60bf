import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import { initiativeCategories } from '@evenkeel/core/projects/initiative-category';
import { projectStates } from '@evenkeel/core/projects/state';
import { healthColumn, healthFilter } from '../../../lib/project-health.ts';
import { projectStateLabels, projectStateShapes } from '../../../lib/project-state.ts';
import { recordNumber } from '../../../lib/record-number.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { majorUnits } from '../../../ui/format/money.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { DateText, EffortText, MoneyText, Nothing } from '../../../ui/marks/values.tsx';
import { forecastColumn } from '../../forecasts/components/forecast-link.tsx';
import { categoryLabels, givenShare, hoursHealth, servedGoals } from '../model.ts';
import styles from './initiatives.module.css';
import { TestMark } from './test-mark.tsx';

/** Columns of the list of initiatives; money is in the currency of the workspace. */
export function initiativeColumns(currency: string): readonly Column<InitiativeRow>[] {
  const moneyOf = (minor: number | null) => (minor === null ? null : { minor, currency });
  return [
    { id: 'name', label: 'Initiative', value: (row) => row.name, grow: true, width: 200 },
    {
      id: 'number',
      label: 'Number',
      value: (row) => recordNumber('initiative', row.number),
      sortValue: (row) => row.number,
      width: 86,
      hidden: true,
    },
    {
      id: 'state',
      label: 'State',
      value: (row) => projectStateLabels[row.state],
      cell: (row) => (
        <StageMark label={projectStateLabels[row.state]} shape={projectStateShapes[row.state]} />
      ),
      sortValue: (row) => projectStates.indexOf(row.state),
      width: 114,
    },
    {
      ...healthColumn,
      cell: ({ health }) => (
        <span title={health?.note}>
          {health ? <HealthMark health={health.health} /> : <Nothing />}
        </span>
      ),
    },
    {
      id: 'test',
      label: 'Test',
      value: (row) => row.test.metCount,
      cell: (row) => <TestMark test={row.test} />,
      width: 96,
    },
    {
      id: 'goal',
      label: 'Goal',
      value: (row) => servedGoals(row)[0]?.name,
      cell: (row) => <ServedGoals row={row} />,
      width: 180,
    },
    {
      id: 'owner',
      label: 'Leader',
      value: (row) => row.owner?.name,
      cell: (row) => <PersonMark person={row.owner ?? undefined} />,
      width: 142,
    },
    {
      id: 'hours',
      label: 'Given of promised',
      value: (row) => givenShare(row),
      cell: (row) => <GivenHours row={row} />,
      width: 146,
    },
    {
      id: 'promised',
      label: 'A week',
      value: (row) => row.promisedWeeklyMinutes,
      cell: (row) => <EffortText minutes={row.promisedWeeklyMinutes || null} />,
      exportValue: (row) => row.promisedWeeklyMinutes / 60,
      align: 'end',
      width: 70,
    },
    {
      id: 'budget',
      label: 'Budget',
      value: (row) => row.budget,
      cell: (row) => <MoneyText amount={moneyOf(row.budget)} />,
      exportValue: (row) => {
        const amount = moneyOf(row.budget);
        return amount ? majorUnits(amount) : '';
      },
      align: 'end',
      width: 98,
    },
    {
      id: 'endOn',
      label: 'Ends',
      value: (row) => row.endOn,
      cell: (row) => <DateText date={row.endOn} />,
      width: 112,
    },
    forecastColumn(({ id, endOn, p80On }) => ({
      project: { id, kind: 'initiative' },
      p80On,
      promisedOn: endOn,
    })),
    {
      id: 'category',
      label: 'Category',
      value: (row) => row.category && categoryLabels[row.category],
      width: 100,
      hidden: true,
    },
    { id: 'team', label: 'Team', value: (row) => row.team?.name, width: 120, hidden: true },
    {
      id: 'projectManager',
      label: 'Project manager',
      value: (row) => row.projectManager?.name,
      cell: (row) => <PersonMark person={row.projectManager ?? undefined} />,
      width: 150,
      hidden: true,
    },
    {
      id: 'estimated',
      label: 'Estimated',
      value: (row) => row.estimatedMinutes,
      cell: (row) => <EffortText minutes={row.estimatedMinutes} />,
      align: 'end',
      width: 96,
      hidden: true,
    },
    {
      id: 'priority',
      label: 'Priority',
      value: (row) => row.priority,
      align: 'end',
      width: 76,
      hidden: true,
    },
  ];
}

/** Filters of the list of initiatives. */
export const initiativeFilters: readonly FilterDefinition<InitiativeRow>[] = [
  {
    id: 'state',
    label: 'State',
    kind: 'choice',
    choices: projectStates.map((value) => ({ value, label: projectStateLabels[value] })),
    value: (row) => row.state,
  },
  healthFilter,
  {
    id: 'test',
    label: 'Test',
    kind: 'choice',
    choices: [
      { value: 'initiative', label: 'Initiative (3 of 5 or more)' },
      { value: 'goal-candidate', label: 'Goal candidate' },
    ],
    value: (row) => row.test.class,
  },
  {
    id: 'goal',
    label: 'Goal',
    kind: 'choice',
    choices: [
      { value: 'none', label: 'No goal' },
      { value: 'some', label: 'Serves a goal' },
    ],
    value: (row) => (servedGoals(row).length === 0 ? 'none' : 'some'),
  },
  {
    id: 'category',
    label: 'Category',
    kind: 'choice',
    choices: initiativeCategories.map((value) => ({ value, label: categoryLabels[value] })),
    value: (row) => row.category,
  },
  { id: 'owner', label: 'Leader', kind: 'text', value: (row) => row.owner?.name },
  { id: 'endOn', label: 'Ends', kind: 'date', value: (row) => row.endOn },
];

function ServedGoals({ row }: { readonly row: InitiativeRow }) {
  const [first, ...others] = servedGoals(row);
  if (!first) return <HealthMark health="at-risk" label="No goal" />;
  return (
    <span
      className={styles['goal-cell']}
      title={servedGoals(row)
        .map((goal) => goal.name)
        .join(', ')}
    >
      <span className={styles['goal-word']}>{first.name}</span>
      {others.length > 0 ? <span className={styles['dim']}>+{others.length}</span> : null}
    </span>
  );
}

/** Hours given of hours promised up to today. */
export function GivenHours({
  row,
}: {
  readonly row: Pick<InitiativeRow, 'promisedMinutes' | 'loggedMinutes'>;
}) {
  const health = hoursHealth(row);
  if (health === null || row.promisedMinutes === null) {
    return row.loggedMinutes > 0 ? (
      <span className={styles['number']}>{formatHours(row.loggedMinutes)}</span>
    ) : (
      <Nothing />
    );
  }
  const words = `${formatHours(row.loggedMinutes)} of ${formatHours(row.promisedMinutes)}`;
  return <HealthMark health={health} label={words} />;
}
