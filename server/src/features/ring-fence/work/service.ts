import type { ReserveUse } from '@evenkeel/core/balance/reserve-book';
import {
  type ClientWork,
  clientRows,
  type ReserveWork,
  reserveUses,
} from '@evenkeel/core/balance/reserve-use';
import type { RingFence } from '@evenkeel/core/balance/ring-fence';
import { type CalendarMonth, monthEnd, monthStart } from '@evenkeel/core/calendar-date';
import {
  type AllocatedPeriod,
  type Allocation,
  allocatedOn,
  type DayCapacity,
} from '@evenkeel/core/capacity/allocation';
import { capacityOn } from '@evenkeel/core/capacity/person-capacity';
import type { AllocationId, PersonId, ProjectId, RoleId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import { listCapacities, readFirmCapacity } from '../../capacity/service.ts';
import * as repository from './repository.ts';

/** An allocation as far as the reserve is concerned; without an id it is not there yet. */
export type ReserveAllocation = Pick<Allocation, 'startOn' | 'endOn' | 'effort' | 'certainty'> & {
  readonly id: AllocationId | null;
  readonly projectId: ProjectId;
  readonly personId: PersonId | null;
  readonly roleId: RoleId | null;
};

/** Allocations as they were and as they would be. */
export type AllocationChange = {
  readonly before: readonly ReserveAllocation[];
  readonly after: readonly ReserveAllocation[];
};

/** What months are like for ring-fences, as things are and, of a change, before and after it. */
export type UsesOf = (policies: readonly RingFence[]) => ReserveUse[];

/** What some months are like, with everything in the database. */
export async function gatherUses(scope: Scope, months: readonly CalendarMonth[]): Promise<UsesOf> {
  const { before } = await gatherChange(scope, months, { before: [], after: [] });
  return before;
}

/** A confirmed allocation to a client project with what it needs of a ring-fence in a month. */
export type ReserveWorkRow = {
  readonly row: repository.ClientAllocation;
  readonly minutes: number;
};

/** The rows behind what clients have of a ring-fence's people in a month, the most first (U19). */
export async function listReserveWork(
  scope: Scope,
  on: RingFence['scope'],
  month: CalendarMonth,
): Promise<ReserveWorkRow[]> {
  const { people, dayCapacity } = await readCapacities(scope);
  const days = { from: monthStart(month), to: monthEnd(month) };
  const rows = await repository.listClientAllocations(scope, days, []);
  const work = rows.map((row) => ({
    row,
    ...clientWork(periodOf(row), dayCapacity(row.person_id)),
  }));
  return clientRows(on, month, { people, work })
    .map(({ work: { row }, minutes }) => ({ row, minutes }))
    .sort((a, b) => b.minutes - a.minutes);
}

async function readCapacities(scope: Scope) {
  const people = (await listCapacities(scope)).map(({ capacity }) => capacity);
  const firmCapacity = await readFirmCapacity(scope);
  const capacityOf = new Map(
    people.map((person) => [person.personId, (day: number) => capacityOn(person, day)] as const),
  );
  const dayCapacity = (personId: PersonId | null): DayCapacity =>
    personId === null
      ? (day) => capacityOn(firmCapacity, day)
      : (capacityOf.get(personId) ?? (() => 0));
  return { people, dayCapacity };
}

/** What some months are like before and after a change; it makes no matter whether it is written yet. */
export async function gatherChange(
  scope: Scope,
  months: readonly CalendarMonth[],
  change: AllocationChange,
): Promise<{ readonly before: UsesOf; readonly after: UsesOf }> {
  const { people, dayCapacity } = await readCapacities(scope);
  const others = await otherWork(scope, months, change);
  const ofClients = await clientsOnly(scope, change);
  const uses =
    (work: readonly ClientWork[]): UsesOf =>
    (policies) =>
      reserveUses(policies, months, { people, work } satisfies ReserveWork);
  const all = (some: readonly ReserveAllocation[]) =>
    [...others, ...some.filter(ofClients)].map((one) => clientWork(one, dayCapacity(one.personId)));
  return { before: uses(all(change.before)), after: uses(all(change.after)) };
}

export { lastClientDay } from './repository.ts';

type Work = AllocatedPeriod & Pick<ClientWork, 'personId' | 'roleId'>;

/** The client work of the months but what is about to change. */
async function otherWork(
  scope: Scope,
  months: readonly CalendarMonth[],
  { before, after }: AllocationChange,
): Promise<Work[]> {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const changed = [...before, ...after].flatMap(({ id }) => (id === null ? [] : [id]));
  const days = { from: monthStart(first), to: monthEnd(last) };
  return (await repository.listClientAllocations(scope, days, changed)).map(periodOf);
}

function periodOf(row: repository.ClientAllocation): Work {
  return {
    personId: row.person_id,
    roleId: row.role_id,
    startOn: row.start_on,
    endOn: row.end_on,
    effort:
      row.minutes_per_day === null
        ? { by: 'share', basisPoints: row.share_basis_points ?? 0 }
        : { by: 'day', minutesPerDay: row.minutes_per_day },
  };
}

async function clientsOnly(
  scope: Scope,
  { before, after }: AllocationChange,
): Promise<(one: ReserveAllocation) => boolean> {
  const ids = [...new Set([...before, ...after].map(({ projectId }) => projectId))];
  const clients = await repository.findClientProjects(scope, ids);
  return (one) => one.certainty === 'confirmed' && clients.has(one.projectId);
}

function clientWork(work: Work, capacity: DayCapacity): ClientWork {
  const { personId, roleId, startOn, endOn } = work;
  return {
    personId,
    roleId,
    startOn,
    endOn,
    minutesOn: (day) => allocatedOn(work, capacity, day),
  };
}
