import type { BalanceView, LoadRowsFilter } from '@evenkeel/contract/balance';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import { groupedBy, sumOf } from '@evenkeel/core/grouping';
import type { Grouping } from './view-state.ts';

/** A month of somebody's load; `share` of capacity in basis points, null without capacity. */
export type BearerMonth = {
  readonly month: CalendarMonth;
  readonly capacityMinutes: number;
  readonly loadMinutes: number;
  readonly excessMinutes: number;
  readonly share: number | null;
  /** Names of the projects that fill the month, where it is too full. */
  readonly causes: readonly string[];
};

/** Who bears load: a person, a team or a role. */
export type Bearer = {
  readonly id: string;
  readonly name: string;
  readonly href: string | null;
  readonly filter: Pick<LoadRowsFilter, 'personId' | 'teamId' | 'roleId'>;
  readonly months: readonly BearerMonth[];
};

type Load = BalanceView['people' | 'roles' | 'teams'][number];

/** Projects named as the cause of an overload. */
const mostCauses = 2;

/** Rows of the heat map: people, unless the page is grouped by team or role; the fullest first. */
export function bearersOf(view: BalanceView, grouping: Grouping): Bearer[] {
  return groupedLoads(view, grouping)
    .map(({ id, name, href, filter, loads }) => ({
      id: id ?? 'none',
      name,
      href,
      filter,
      months: monthsOf(view, loads),
    }))
    .sort((a, b) => excess(b) - excess(a) || (a.name < b.name ? -1 : 1));
}

type Grouped = Omit<Bearer, 'id' | 'months'> & {
  readonly id: string | null;
  readonly loads: readonly Load[];
};

function groupedLoads(view: BalanceView, grouping: Grouping): Grouped[] {
  const nameIn = (named: readonly { id: string; name: string }[], id: string | null) =>
    named.find((one) => one.id === id)?.name ?? '';
  if (grouping === 'team')
    return [...groupedBy(view.teams, (load) => load.teamId)].map(([id, loads]) => ({
      id,
      name: id === null ? 'No team' : nameIn(view.names.teams, id),
      href: null,
      filter: { teamId: id ?? 'none' },
      loads,
    }));
  if (grouping === 'role')
    return [...groupedBy(view.roles, (load) => load.roleId)].map(([id, loads]) => ({
      id,
      name: id === null ? 'No role' : nameIn(view.names.roles, id),
      href: null,
      filter: { roleId: id ?? 'none' },
      loads,
    }));
  return [...groupedBy(view.people, (load) => load.personId)].map(([id, loads]) => ({
    id,
    name: nameIn(view.names.people, id),
    href: `/people/${id}`,
    filter: { personId: id },
    loads,
  }));
}

function monthsOf(view: BalanceView, loads: readonly Load[]): BearerMonth[] {
  const byMonth = new Map(loads.map((load) => [load.month, load]));
  return view.months.map(({ month }) => {
    const load = byMonth.get(month);
    const capacityMinutes = load?.capacityMinutes ?? 0;
    const loadMinutes = (load?.loggedMinutes ?? 0) + (load?.plannedMinutes ?? 0);
    return {
      month,
      capacityMinutes,
      loadMinutes,
      excessMinutes: load?.excessMinutes ?? 0,
      share: capacityMinutes === 0 ? null : Math.round((loadMinutes * 10_000) / capacityMinutes),
      causes: load && load.excessMinutes > 0 ? causesOf(view, load) : [],
    };
  });
}

function causesOf(view: BalanceView, load: Load): string[] {
  if (!('projects' in load)) return [];
  return load.projects
    .slice(0, mostCauses)
    .map(({ projectId }) => view.names.projects.find((one) => one.id === projectId)?.name ?? '');
}

function excess(bearer: Bearer): number {
  return sumOf(bearer.months, (month) => month.excessMinutes);
}
