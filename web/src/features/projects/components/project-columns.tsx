import { money } from '@evenkeel/core/money';
import { clientProjectStates } from '@evenkeel/core/projects/state';
import { healthColumn, healthFilter } from '../../../lib/project-health.ts';
import { projectStateLabels } from '../../../lib/project-state.ts';
import { recordNumber } from '../../../lib/record-number.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { majorUnits } from '../../../ui/format/money.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { AccountMark, PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText, EffortText, MoneyText, Nothing } from '../../../ui/marks/values.tsx';
import { forecastColumn } from '../../forecasts/components/forecast-link.tsx';
import type { ClientProjectRow } from '../model.ts';
import { ProjectStateMark } from './project-state-mark.tsx';

/** The columns of client projects; money is in `currency`. */
export function projectColumns(currency: string): Column<ClientProjectRow>[] {
  const today = readerToday();
  return [
    { id: 'name', label: 'Client project', width: 220, grow: true, value: ({ name }) => name },
    {
      id: 'number',
      label: 'ID',
      width: 92,
      value: ({ number }) => recordNumber('client-project', number),
      sortValue: ({ number }) => number,
    },
    {
      id: 'account',
      label: 'Account',
      width: 180,
      value: ({ account }) => account?.name,
      cell: ({ account }) => <AccountMark account={account ?? undefined} />,
    },
    {
      id: 'state',
      label: 'State',
      width: 120,
      value: ({ state }) => projectStateLabels[state],
      sortValue: ({ state }) => clientProjectStates.indexOf(state),
      cell: ({ state }) => <ProjectStateMark state={state} />,
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
      id: 'projectManager',
      label: 'Project manager',
      width: 160,
      value: ({ projectManager }) => projectManager?.name,
      cell: ({ projectManager }) => <PersonMark person={projectManager ?? undefined} />,
    },
    {
      id: 'startOn',
      label: 'Start',
      width: 108,
      value: ({ startOn }) => startOn,
      cell: ({ startOn }) => <DateText date={startOn} />,
    },
    {
      id: 'endOn',
      label: 'End',
      width: 108,
      value: ({ endOn }) => endOn,
      cell: ({ endOn, state }) => (
        <DateText date={endOn} {...(state === 'completed' ? {} : { lateAfter: today })} />
      ),
    },
    forecastColumn(({ id, kind, endOn, figures }) => ({
      project: { id, kind },
      p80On: figures.p80On,
      promisedOn: endOn,
    })),
    {
      id: 'done',
      label: 'Tasks done',
      width: 96,
      align: 'end',
      value: ({ figures }) => figures.doneCount,
      cell: ({ figures }) =>
        figures.taskCount === 0 ? <Nothing /> : `${figures.doneCount} of ${figures.taskCount}`,
    },
    {
      id: 'estimate',
      label: 'Estimate',
      width: 92,
      align: 'end',
      value: ({ figures }) => figures.estimateMinutes,
      cell: ({ figures }) => <EffortText minutes={figures.estimateMinutes} />,
      exportValue: ({ figures }) => figures.estimateMinutes / 60,
    },
    {
      id: 'logged',
      label: 'Logged',
      width: 92,
      align: 'end',
      value: ({ figures }) => figures.loggedMinutes,
      cell: ({ figures }) => <EffortText minutes={figures.loggedMinutes} />,
      exportValue: ({ figures }) => figures.loggedMinutes / 60,
    },
    {
      id: 'price',
      label: 'Price',
      width: 116,
      align: 'end',
      value: ({ price }) => price,
      cell: ({ price }) => <MoneyText amount={price === null ? null : money(price, currency)} />,
      exportValue: ({ price }) => (price === null ? '' : majorUnits(money(price, currency))),
    },
    {
      id: 'owner',
      label: 'Owner',
      width: 160,
      hidden: true,
      value: ({ owner }) => owner?.name,
      cell: ({ owner }) => <PersonMark person={owner ?? undefined} />,
    },
    { id: 'team', label: 'Team', width: 130, hidden: true, value: ({ team }) => team?.name },
  ];
}

/** What client projects can be narrowed by. */
export function projectFilters(
  rows: readonly ClientProjectRow[],
): FilterDefinition<ClientProjectRow>[] {
  return [
    {
      id: 'state',
      label: 'State',
      kind: 'choice',
      choices: clientProjectStates.map((state) => ({
        value: state,
        label: projectStateLabels[state],
      })),
      value: ({ state }) => state,
    },
    healthFilter,
    {
      id: 'account',
      label: 'Account',
      kind: 'choice',
      marks: 'account',
      choices: choicesOf(rows.map(({ account }) => account)),
      value: ({ account }) => account?.id,
    },
    {
      id: 'projectManager',
      label: 'Project manager',
      kind: 'choice',
      marks: 'person',
      choices: choicesOf(rows.map(({ projectManager }) => projectManager)),
      value: ({ projectManager }) => projectManager?.id,
    },
    {
      id: 'team',
      label: 'Team',
      kind: 'choice',
      choices: choicesOf(rows.map(({ team }) => team)),
      value: ({ team }) => team?.id,
    },
    { id: 'endOn', label: 'End', kind: 'date', value: ({ endOn }) => endOn },
  ];
}

/** Each referenced record once, by name. */
function choicesOf(references: readonly ({ readonly id: string; readonly name: string } | null)[]) {
  const names = new Map<string, string>();
  for (const reference of references) if (reference) names.set(reference.id, reference.name);
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
