import type { ComparisonView, ScenarioColumn, ScenarioMonth } from '@evenkeel/contract/scenarios';
import { type CalendarMonth, monthOf } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { presentMix, presentNames, presentOutlook } from '../../presenter.ts';
import type { ComparedColumn, Comparison } from './service.ts';

export function presentComparison(found: Comparison): ComparisonView {
  const { input, live, columns } = found;
  const { people, projects, ...names } = presentNames(input);
  const differing = differingPeople(columns);
  return {
    today: input.today,
    from: input.from,
    to: input.to,
    currency: input.currency,
    names: {
      ...names,
      people: [...people, ...columns.flatMap(newPeople)],
      projects: [...projects, ...columns.flatMap(newProjects)],
      goals: live.goals.map(({ id, name }) => ({ id, name })),
    },
    columns: columns.map((column) => presentColumn(column, { found, differing })),
  };
}

type Whole = {
  readonly found: Comparison;
  /** People whose months are not the same in each column. */
  readonly differing: ReadonlySet<PersonId>;
};

function presentColumn(
  column: ComparedColumn,
  { found: { showsMoney }, differing }: Whole,
): ScenarioColumn {
  const { scenario, laid, figures, seen } = column;
  const { balance } = figures;
  return {
    scenario: scenario && { id: scenario.id, name: scenario.name, version: scenario.version },
    figures: {
      target: targetOf(column),
      months: presentMonths(column, showsMoney),
      quarters: balance.quarters.map((mix) => ({ ...mix, ...presentMix(mix, showsMoney) })),
      teams: [...balance.teams],
      roles: [...balance.roles],
      people: balance.people
        .filter((load) => differing.has(load.personId))
        .map(({ projects: _, ...load }) => load),
      peopleOver: balance.people
        .filter((load) => load.excessMinutes > 0 && load.month >= monthOf(balance.today))
        .map(({ personId, month, excessMinutes }) => ({ personId, month, excessMinutes })),
      finishes: [...figures.finishes],
      initiativeHours: [...figures.initiativeHours],
      reserve: presentOutlook(figures.reserve, column.input),
      goalsAtRisk: figures.goalsAtRisk.map((goal) => ({ ...goal, because: [...goal.because] })),
    },
    problems: [...laid.problems],
    seen,
  };
}

function presentMonths({ figures }: ComparedColumn, showsMoney: boolean): ScenarioMonth[] {
  const moneyOf = new Map(figures.money.map((money) => [money.month, money]));
  const tentative = new Map<CalendarMonth, number>();
  for (const { certainty, month, minutes } of figures.balance.cells) {
    if (certainty === 'tentative') tentative.set(month, (tentative.get(month) ?? 0) + minutes);
  }
  return figures.balance.months.map((mix) => {
    const money = showsMoney ? moneyOf.get(mix.month) : undefined;
    return {
      month: mix.month,
      tentativeMinutes: tentative.get(mix.month) ?? 0,
      ...presentMix(mix, showsMoney),
      valueMinor: money?.valueMinor ?? null,
      directCostMinor: money?.directCostMinor ?? null,
      marginMinor: money?.marginMinor ?? null,
      cashInMinor: money?.cashInMinor ?? null,
      cashOutMinor: money?.cashOutMinor ?? null,
      cashMinor: money?.cashMinor ?? null,
    };
  });
}

function differingPeople([live, ...others]: readonly ComparedColumn[]): ReadonlySet<PersonId> {
  const words = (column: ComparedColumn | undefined) =>
    new Map(
      column?.figures.balance.people.map(({ projects: _, ...load }) => [
        `${load.personId} ${load.month}`,
        { personId: load.personId, text: JSON.stringify(load) },
      ]),
    );
  const standing = words(live);
  const differing = new Set<PersonId>();
  for (const other of others.map(words)) {
    for (const [name, { personId, text }] of other)
      if (standing.get(name)?.text !== text) differing.add(personId);
    for (const [name, { personId }] of standing) if (!other.has(name)) differing.add(personId);
  }
  return differing;
}

function targetOf({ figures }: ComparedColumn) {
  const { shareBasisPoints, toleranceBasisPoints } = figures.target;
  return { shareBasisPoints, toleranceBasisPoints };
}

function newProjects({ laid }: ComparedColumn) {
  return laid.changes.flatMap((change) =>
    change.kind === 'win-deal'
      ? [
          {
            id: change.project.id,
            name: `${change.project.name} (new)`,
            kind: change.project.kind,
          },
        ]
      : [],
  );
}

function newPeople({ laid }: ComparedColumn) {
  return laid.changes.flatMap((change) =>
    change.kind === 'hire' ? [{ id: change.person.id, name: change.person.name }] : [],
  );
}
