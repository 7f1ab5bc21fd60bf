import { type RateBook, rateOn } from '@evenkeel/core/balance/rates';
import { dateFromDayNumber } from '@evenkeel/core/calendar-date';
import { type Capacities, eachAllocatedDay } from '@evenkeel/core/capacity/allocated';
import { standingAllocations } from '@evenkeel/core/capacity/allocation';
import type { ProjectId } from '@evenkeel/core/id';
import {
  type PersonDay,
  type WaitingCost,
  type WaitingCostInput,
  waitingCost,
} from '@evenkeel/core/waits/waiting-cost';
import type { Scope } from '../../../platform/db/scope.ts';
import { listStanding } from '../../allocations/service.ts';
import { lateByDay } from '../../client-duties/service.ts';

/** What is known of a project's people and their work already. */
type Known = {
  readonly capacities: Capacities;
  readonly rates: RateBook;
  readonly worked: readonly PersonDay[];
};

/** What waiting cost a project: booked and not worked while something was late (B15). */
export async function readWaitingCost(
  scope: Scope,
  projectId: ProjectId,
  { capacities, rates, worked }: Known,
): Promise<WaitingCost> {
  const { late, dayMinutes } = await lateByDay(scope, projectId);
  const days = [...late.keys()].sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) {
    return waitingCost({ late, dayMinutes, booked: [], worked: [] });
  }
  const from = dateFromDayNumber(first);
  const standing = await listStanding(scope, { from, projectId });
  const found = standingAllocations(standing, scope.today);
  const booked: WaitingCostInput['booked'][number][] = [];
  for (const allocation of found) {
    const { personId, certainty } = allocation;
    if (personId === null || certainty !== 'confirmed') continue;
    eachAllocatedDay(allocation, capacities, { first, last }, (minutes, day, { roleId }) => {
      const rate = rateOn(rates, { personId, roleId }, dateFromDayNumber(day));
      booked.push({ day, personId, minutes, costPerHourMinor: rate?.costPerHourMinor ?? 0 });
    });
  }
  return waitingCost({ late, dayMinutes, booked, worked });
}
