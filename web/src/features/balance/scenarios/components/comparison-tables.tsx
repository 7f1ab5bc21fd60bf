import type { ComparisonView, ScenarioColumn } from '@evenkeel/contract/scenarios';
import { monthEnd, monthOf, monthStart } from '@evenkeel/core/calendar-date';
import { money } from '@evenkeel/core/money';
import type { ReactNode } from 'react';
import { formatDate, formatMonth } from '../../../../ui/format/date.ts';
import { formatCompactMoney } from '../../../../ui/format/money.ts';
import { formatCount, formatPercent } from '../../../../ui/format/number.ts';
import { KindDot, kindLabels } from '../../../../ui/marks/kind-badge.tsx';
import { finishWords } from '../../model/finish-words.ts';
import { shareWords, verdictJudgement, verdictWords } from '../../model/judgement.ts';
import { loadAhead, movingProjects } from '../model/comparison.ts';
import { type CompareRow, CompareTable, differenceOf } from './compare-table.tsx';
import type { OpenScenarioRows } from './scenario-rows.tsx';
import styles from './scenarios.module.css';

export type ComparisonProps = {
  readonly view: ComparisonView;
  readonly onOpen: (rows: OpenScenarioRows) => void;
};

const points = (size: number) =>
  `${(size / 100).toLocaleString('en', { maximumFractionDigits: 1 })} points`;
const days = (size: number) => formatCount(size, { one: 'day', many: 'days' });

/** The share of each month, judged against the column's own target. */
export function ShareComparison({ view, onOpen }: ComparisonProps) {
  const [plan] = view.columns;
  const rows = (plan?.figures.months ?? []).map(({ month }, index): CompareRow => {
    const share = (column: ScenarioColumn | undefined) =>
      column?.figures.months[index]?.shareByMinutes;
    return {
      id: month,
      label: formatMonth(month),
      cell: (column) => {
        const mix = column.figures.months[index];
        if (!mix) return null;
        const difference = differenceOf(share(column), share(plan), {
          format: points,
          more: verdictJudgement[mix.verdict],
          less: verdictJudgement[mix.verdict],
        });
        return {
          text: <span title={verdictWords[mix.verdict]}>{shareWords(mix.shareByMinutes)}</span>,
          difference,
          onOpen: () =>
            onOpen({
              column,
              title: `Work of ${formatMonth(month)}`,
              from: monthStart(month),
              to: monthEnd(month),
            }),
        };
      },
    };
  });
  return <CompareTable label="Strategic share" of="Month" columns={view.columns} rows={rows} />;
}

/** When projects are done, with the days by which the plan's day moves. */
export function FinishComparison({ view }: Pick<ComparisonProps, 'view'>) {
  const projects = movingProjects(view);
  if (projects.length === 0) return <p className={styles['note']}>No project’s end moves.</p>;
  const rows = projects.map(
    ({ id, name, kind }): CompareRow => ({
      id,
      label: (
        <span className={styles['named']}>
          <KindDot kind={kind} label={kindLabels[kind]} />
          {name}
        </span>
      ),
      cell: ({ figures }) => {
        const finish = figures.finishes.find((one) => one.projectId === id);
        if (!finish) return null;
        const text = finish.finishOn ? formatDate(finish.finishOn) : finishWords(finish);
        const later = finish.daysLater ?? 0;
        return {
          text,
          difference: differenceOf(later, 0, { format: days, more: 'bad', less: 'good' }),
        };
      },
    }),
  );
  return <CompareTable label="When work is done" of="Project" columns={view.columns} rows={rows} />;
}

/** Load over the months ahead as a share of capacity, by team, by role, and by whose load differs. */
export function LoadComparison({ view, onOpen }: ComparisonProps) {
  const range = { from: monthStart(monthOf(view.today)), to: view.to };
  const teams = view.names.teams.map(({ id, name }) =>
    loadRow(view, `team ${id}`, name, {
      months: ({ figures }) => figures.teams.filter((load) => load.teamId === id),
      open: (column) => onOpen({ column, title: name, ...range, teamId: id }),
    }),
  );
  const roles = view.names.roles.map(({ id, name }) =>
    loadRow(view, `role ${id}`, name, {
      months: ({ figures }) => figures.roles.filter((load) => load.roleId === id),
      open: (column) => onOpen({ column, title: name, ...range, roleId: id }),
    }),
  );
  const changed = new Set(view.columns.flatMap(({ figures }) => figures.people.map(personOf)));
  const people = view.names.people
    .filter(({ id }) => changed.has(id))
    .map(({ id, name }) =>
      loadRow(view, `person ${id}`, name, {
        months: ({ figures }) => figures.people.filter((load) => load.personId === id),
        open: (column) => onOpen({ column, title: name, ...range, personId: id }),
      }),
    );
  const has = (row: CompareRow) => view.columns.some((column, index) => row.cell(column, index));
  return (
    <>
      <CompareTable
        label="Load of teams"
        of="Team"
        columns={view.columns}
        rows={teams.filter(has)}
      />
      <CompareTable
        label="Load of roles"
        of="Role"
        columns={view.columns}
        rows={roles.filter(has)}
      />
      {people.some(has) ? (
        <CompareTable
          label="Load of people"
          of="Person"
          columns={view.columns}
          rows={people.filter(has)}
        />
      ) : null}
    </>
  );
}

const personOf = ({ personId }: { readonly personId: string }) => personId;

function loadRow(
  view: ComparisonView,
  id: string,
  label: ReactNode,
  of: {
    readonly months: (column: ScenarioColumn) => Parameters<typeof loadAhead>[0];
    readonly open: (column: ScenarioColumn) => void;
  },
): CompareRow {
  const [plan] = view.columns;
  const load = (column: ScenarioColumn | undefined) =>
    column ? loadAhead(of.months(column), view.today) : null;
  return {
    id,
    label,
    cell: (column) => {
      const share = load(column);
      if (share === null) return null;
      return {
        text: (
          <span className={share > 10_000 ? styles['bad'] : undefined}>{formatPercent(share)}</span>
        ),
        difference: differenceOf(share, load(plan), {
          format: points,
          more: share > 10_000 ? 'bad' : 'neutral',
          less: 'neutral',
        }),
        onOpen: () => of.open(column),
      };
    },
  };
}

type Amount = 'marginMinor' | 'cashMinor';

/** Margin or cash, month by month. */
export function MoneyComparison({
  view,
  amount,
}: Pick<ComparisonProps, 'view'> & { readonly amount: Amount }) {
  const [plan] = view.columns;
  const words = (minor: number) => formatCompactMoney(money(minor, view.currency));
  const rows = (plan?.figures.months ?? []).map(({ month }, index): CompareRow => {
    const minor = (column: ScenarioColumn | undefined) => column?.figures.months[index]?.[amount];
    return {
      id: month,
      label: formatMonth(month),
      cell: (column) => {
        const value = minor(column);
        if (value == null) return null;
        return {
          text: <span className={value < 0 ? styles['bad'] : undefined}>{words(value)}</span>,
          difference: differenceOf(value, minor(plan), {
            format: words,
            more: 'good',
            less: 'bad',
          }),
        };
      },
    };
  });
  const label = amount === 'cashMinor' ? 'Cash by month' : 'Margin by month';
  return <CompareTable label={label} of="Month" columns={view.columns} rows={rows} />;
}

const riskWords = {
  stopped: 'is stopped',
  'no-end': 'is not done within two years',
  late: 'is done after the deadline',
  'loses-hours': 'loses more than a tenth of its hours',
} as const;

/** Goals whose initiatives are stopped, late or short of hours. */
export function GoalComparison({ view }: Pick<ComparisonProps, 'view'>) {
  const risky = view.names.goals.filter(({ id }) =>
    view.columns.some(({ figures }) => figures.goalsAtRisk.some((goal) => goal.goalId === id)),
  );
  if (risky.length === 0) return <p className={styles['note']}>No goal is at risk.</p>;
  const nameOf = (id: string) => view.names.projects.find((one) => one.id === id)?.name ?? '';
  const rows = risky.map(
    ({ id, name }): CompareRow => ({
      id,
      label: name,
      cell: ({ figures }) => {
        const risk = figures.goalsAtRisk.find((goal) => goal.goalId === id);
        if (!risk) return { text: 'Not at risk' };
        return {
          text: (
            <span>
              {risk.because.map(({ projectId, reason, finishOn }) => (
                <span key={projectId} className={styles['problem']}>
                  {nameOf(projectId)} {riskWords[reason]}
                  {reason === 'late' && finishOn ? `, on ${formatDate(finishOn)}` : ''}
                </span>
              ))}
            </span>
          ),
        };
      },
    }),
  );
  return <CompareTable label="Goals at risk" of="Goal" columns={view.columns} rows={rows} />;
}
