import type { CalendarMonth } from '../calendar-date.ts';
import { capacityBetween, termsBetween } from '../capacity/person-capacity.ts';
import { entryOf, groupedBy, sumOf } from '../grouping.ts';
import type { PersonId, ProjectId, RoleId, TeamId } from '../id.ts';
import type { LoadCell } from './cells.ts';
import type { BalanceInput, BalancePerson } from './input.ts';
import { type Certainty, type LoadSum, mostFirst } from './load.ts';
import { type MonthSpan, monthSpans } from './months.ts';
import { dayNumbers } from './time-log.ts';

/** Load of a month against the capacity for it. Load is logged and planned, never tentative. */
export type MonthLoad = {
  readonly month: CalendarMonth;
  readonly capacityMinutes: number;
  readonly loggedMinutes: number;
  readonly plannedMinutes: number;
  /** Load beyond capacity, 0 when it fits. */
  readonly excessMinutes: number;
};

/** A person's month, with the projects that fill it, the largest first. */
export type PersonMonth = MonthLoad & {
  readonly personId: PersonId;
  readonly projects: readonly { readonly projectId: ProjectId; readonly minutes: number }[];
};

/** A role's month; `roleId` null gathers people and work without a role. */
export type RoleMonth = MonthLoad & { readonly roleId: RoleId | null };

/** A team's month; `teamId` null gathers people and work without a team. */
export type TeamMonth = MonthLoad & { readonly teamId: TeamId | null };

/** Load and capacity of the months from `from` to `to` by person, role and team. */
export type CapacityView = {
  readonly people: readonly PersonMonth[];
  readonly roles: readonly RoleMonth[];
  readonly teams: readonly TeamMonth[];
};

/**
 * Load against capacity by person, role and team; months with neither are left out.
 * `cells` are those of `rows`.
 */
export function capacityView(
  input: BalanceInput,
  rows: readonly LoadSum[],
  cells: readonly LoadCell[],
): CapacityView {
  const spans = monthSpans(input);
  const facts: LoadFacts = {
    months: spans.map((span) => span.month),
    work: cells.filter((cell) => cell.certainty !== 'tentative'),
    capacities: input.people.flatMap((person) => personCapacities(person, spans)),
  };
  const projectsOf = projectsByPersonMonth(rows);
  return {
    people: loadsBy('personId', facts).flatMap(({ id, ...load }) =>
      id === null
        ? []
        : [
            {
              ...load,
              personId: id,
              projects: mostFirst(projectsOf.get(id)?.get(load.month) ?? new Map()),
            },
          ],
    ),
    roles: loadsBy('roleId', facts).map(({ id, ...load }) => ({ ...load, roleId: id })),
    teams: loadsBy('teamId', facts).map(({ id, ...load }) => ({ ...load, teamId: id })),
  };
}

type Bearer = {
  readonly month: CalendarMonth;
  readonly personId: PersonId | null;
  readonly roleId: RoleId | null;
  readonly teamId: TeamId | null;
  readonly minutes: number;
};

type LoadFacts = {
  readonly months: readonly CalendarMonth[];
  readonly work: readonly LoadCell[];
  readonly capacities: readonly Bearer[];
};

/** What a person can work in each month, in parts where role or team change within one. */
function personCapacities(person: BalancePerson, spans: readonly MonthSpan[]): Bearer[] {
  return spans.flatMap(({ month, ...span }) => {
    const { first, last } = dayNumbers(span);
    return termsBetween(person.capacity, first, last).map(({ from, to, term }) => ({
      month,
      personId: person.id,
      roleId: term.roleId,
      teamId: term.teamId,
      minutes: capacityBetween(person.capacity, from, to),
    }));
  });
}

type MinutesByMonth = Map<CalendarMonth, Map<ProjectId, number>>;

function projectsByPersonMonth(rows: readonly LoadSum[]): Map<PersonId, MinutesByMonth> {
  const people = new Map<PersonId, MinutesByMonth>();
  for (const { personId, month, projectId, minutes, certainty } of rows) {
    if (personId === null || projectId === null || certainty === 'tentative') continue;
    const months = entryOf(people, personId, (): MinutesByMonth => new Map());
    const projects = entryOf(months, month, () => new Map<ProjectId, number>());
    projects.set(projectId, (projects.get(projectId) ?? 0) + minutes);
  }
  return people;
}

function loadsBy<Key extends 'personId' | 'roleId' | 'teamId'>(
  key: Key,
  facts: LoadFacts,
): (MonthLoad & { readonly id: Bearer[Key] })[] {
  const slot = (item: Bearer) => `${item[key]} ${item.month}`;
  const capacityOf = groupedBy(facts.capacities, slot);
  const workOf = groupedBy(facts.work, slot);
  const ids = [...new Set([...facts.capacities, ...facts.work].map((item: Bearer) => item[key]))];
  return ids.toSorted(byText).flatMap((id) =>
    facts.months.flatMap((month) => {
      const work = workOf.get(`${id} ${month}`) ?? [];
      const capacity = sumOf(capacityOf.get(`${id} ${month}`) ?? [], (item) => item.minutes);
      if (capacity === 0 && work.length === 0) return [];
      return [{ id, ...monthLoad(month, capacity, work) }];
    }),
  );
}

function monthLoad(month: CalendarMonth, capacity: number, cells: readonly LoadCell[]): MonthLoad {
  const minutesOf = (certainty: Certainty) =>
    sumOf(cells, (cell) => (cell.certainty === certainty ? cell.minutes : 0));
  const loggedMinutes = minutesOf('logged');
  const plannedMinutes = minutesOf('planned');
  return {
    month,
    capacityMinutes: capacity,
    loggedMinutes,
    plannedMinutes,
    excessMinutes: Math.max(0, loggedMinutes + plannedMinutes - capacity),
  };
}

function byText(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
