import type { comparedHours } from '@evenkeel/contract/compared-hours';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import { monthSpans } from '@evenkeel/core/balance/months';
import {
  addMonths,
  type CalendarDate,
  type CalendarMonth,
  dayNumber,
  later,
  monthEnd,
  monthOf,
  monthStart,
  monthsBetween,
} from '@evenkeel/core/calendar-date';
import type { Capacities } from '@evenkeel/core/capacity/allocated';
import { standingAllocations } from '@evenkeel/core/capacity/allocation';
import { type DemandRow, demand } from '@evenkeel/core/capacity/demand';
import { capacityOn, termOn } from '@evenkeel/core/capacity/person-capacity';
import type { RoleId } from '@evenkeel/core/id';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { capacitiesOf, listNamed, listStanding } from '../../allocations/service.ts';
import { gather } from '../../balance/service.ts';

/** Demand and capacity of some months, with the names of the roles. */
export type DemandFound = {
  readonly months: readonly CalendarMonth[];
  readonly rows: readonly DemandRow[];
  /** Minutes from today on, by role and month. */
  readonly capacityOf: (roleId: RoleId | null, month: CalendarMonth) => number;
  readonly roles: readonly { readonly id: RoleId; readonly name: string }[];
};

const mostMonths = 60;

/** What allocations, tasks and open deals ask of each role, month by month. */
export async function findDemand(
  scope: Scope,
  query: QueryOf<typeof comparedHours.demand>,
): Promise<DemandFound> {
  const first = query.from ?? monthOf(scope.today);
  const range = { from: monthStart(first), to: monthEnd(query.to ?? addMonths(first, 11)) };
  if (range.to < range.from) throw invalid(['to'], 'too-early', 'is before the first month');
  const months = monthsBetween(range.from, range.to);
  if (months.length > mostMonths) {
    throw invalid(['to'], 'too-late', `is more than ${mostMonths} months after the first`);
  }
  const view = { ...range, tentative: query.tentative };
  const { input } = await gather(scope, view, { sources: ['planned', 'tentative'], days: range });
  const capacities = await capacitiesOf(scope);
  const allocations = standingAllocations(await listStanding(scope, range), scope.today);
  const minutes = capacityByRole(capacities, range, scope.today);
  return {
    months,
    rows: demand({ balance: input, allocations, capacities, range }),
    capacityOf: (roleId, month) => minutes.get(`${roleId} ${month}`) ?? 0,
    roles: await listNamed<RoleId>(scope, 'role'),
  };
}

function capacityByRole(
  { people }: Capacities,
  range: { readonly from: CalendarDate; readonly to: CalendarDate },
  today: CalendarDate,
): Map<string, number> {
  const minutes = new Map<string, number>();
  for (const { month, from, to } of monthSpans(range)) {
    const last = dayNumber(to);
    for (let day = dayNumber(later(from, today)); day <= last; day += 1) {
      for (const person of people.values()) {
        const key = `${termOn(person, day).roleId} ${month}`;
        minutes.set(key, (minutes.get(key) ?? 0) + capacityOn(person, day));
      }
    }
  }
  return minutes;
}
