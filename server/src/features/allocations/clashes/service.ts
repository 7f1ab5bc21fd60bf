import type { allocations } from '@evenkeel/contract/allocations';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import { addDays, dayNumber } from '@evenkeel/core/calendar-date';
import { type Allocation, standingAllocations } from '@evenkeel/core/capacity/allocation';
import { type Clash, clashes } from '@evenkeel/core/capacity/clash';
import type { AllocationId } from '@evenkeel/core/id';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { clashPerson, gatherPeople } from '../people/service.ts';
import * as repository from '../repository.ts';
import { type AllocationWithSkills, checkDays, getAll } from '../service.ts';

/** Clashes with what they name. */
export type ClashesFound = {
  readonly clashes: readonly Clash[];
  readonly names: ReadonlyMap<string, string>;
  readonly rows: ReadonlyMap<AllocationId, AllocationWithSkills>;
};

/** How far is looked ahead unless another day is named, and the most that is looked at. */
const usualDays = 182;
const mostDays = 800;

/** Where the plan for somebody does not hold; the next first (U11). */
export async function findClashes(
  scope: Scope,
  query: QueryOf<typeof allocations.clashes>,
): Promise<ClashesFound> {
  const from = query.from ?? scope.today;
  const to = query.to ?? addDays(from, usualDays);
  checkDays(from, to, 'to');
  if (dayNumber(to) - dayNumber(from) > mostDays) {
    throw invalid(['to'], 'too-late', `is more than ${mostDays} days after the first`);
  }
  const standing = standingAllocations(
    await repository.listStanding(scope, { from, to, personIds: query.personId }),
    scope.today,
  ).filter((allocation) => allocation.personId !== null);
  const ids = [...new Set(standing.flatMap(({ personId }) => personId ?? []))];
  const { people } = await gatherPeople(scope, ids);
  const days = { first: dayNumber(from), last: dayNumber(to) };
  const found = clashes(people.map(clashPerson), standing, days)
    .filter(concerns(standing, query.projectId))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const named = [...new Set(found.flatMap(({ allocationIds }) => allocationIds))];
  const all = await getAll(scope, named);
  return {
    clashes: found,
    names: new Map(people.map(({ record }) => [record.id, record.name])),
    rows: new Map(all.map((found) => [found.row.id, found])),
  };
}

function concerns(
  standing: readonly Allocation[],
  projectId: string | undefined,
): (clash: Clash) => boolean {
  if (projectId === undefined) return () => true;
  const own = new Set(
    standing.flatMap((allocation) => (allocation.projectId === projectId ? allocation.id : [])),
  );
  return ({ allocationIds }) => allocationIds.some((id) => own.has(id));
}
