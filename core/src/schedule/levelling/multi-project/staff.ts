import { termOn } from '../../../capacity/person-capacity.ts';
import { entryOf } from '../../../grouping.ts';
import type { PersonId, RoleId } from '../../../id.ts';
import type { LevellingPace, LevellingPart, LevellingResource } from '../problem.ts';
import type { FirmWork, WorkPerson } from './firm-work.ts';
import { dayNumbers, type HoursByDay, hoursOf, stepsOf } from './staff-hours.ts';
import { type WorkDays, workDayMinutes } from './work-days.ts';

/** People as resources: minutes in each working day, by the terms, leave and holidays of that very day. */
export type Staff = {
  readonly resources: readonly LevellingResource[];
  readonly people: ReadonlyMap<PersonId, StaffMember>;
  /** By role: what all who have it can work together; missing when nobody ever has it. */
  readonly pools: ReadonlyMap<RoleId, StaffPool>;
};

/** Whom work is given to, and what each minute of it is taken of. */
export type Worker = HoursByDay & {
  readonly resource: string;
  readonly takes: LevellingPart['takes'];
};

export type StaffMember = Worker & { readonly person: WorkPerson };

/** A role; its hours are those of the one of its people who has the most that day. */
export type StaffPool = Worker;

/**
 * The people who work from today on, in so many working days; what is behind them goes on as they end.
 * Who has left, or has no hours in them, is not among them. Linear in people × days.
 */
export function staffOf(work: FirmWork, axis: WorkDays, length: number): Staff {
  const days = dayNumbers(axis, length);
  const hours = work.people.flatMap((person) => {
    const own = hoursOf(person.capacity, days);
    return own ? [{ person, hours: own, roles: rolesOf(person, days, own.goneFrom) }] : [];
  });
  const sums = poolSums(hours, length);
  const people = hours.map(({ person, hours: own, roles }): [PersonId, StaffMember] => {
    const resource = `person ${person.id}`;
    const pools = roles.map(({ roleId, ...span }) => ({ resource: poolId(roleId), ...span }));
    return [person.id, { person, resource, ...own, takes: [{ resource }, ...pools] }];
  });
  return {
    people: new Map(people),
    pools: new Map([...sums].map(([id, { pool }]) => [id, pool])),
    resources: [
      ...people.map(([, { resource, minutes }]) => resourceOf(resource, minutes)),
      ...[...sums.values()].map(({ pool, all }) => resourceOf(pool.resource, all)),
    ],
  };
}

/** What a worker can do of a task in each day who gives it a share (in basis points) of the time. */
export function paceOf({ resource, minutes }: Worker, share: number): LevellingPace {
  const part = minutes.map((amount) =>
    amount === 0 ? 0 : Math.max(1, Math.floor((amount * share) / 10_000)),
  );
  const { first, changes } = stepsOf(part);
  return {
    id: `${resource} ${share}`,
    units: first,
    changes: changes.map(({ from, minutes: units }) => ({ from, units })),
  };
}

function resourceOf(id: string, minutes: Int32Array): LevellingResource {
  const { first, changes } = stepsOf(minutes);
  return {
    id,
    capacity: first,
    changes: changes.map(({ from, minutes: capacity }) => ({ from, capacity })),
  };
}

function poolId(roleId: RoleId): string {
  return `role ${roleId}`;
}

type RoleSpan = { readonly roleId: RoleId; readonly from?: number; readonly until?: number };

/** The roles that a person has one after the other, up to the last day at work. */
function rolesOf(
  { capacity }: WorkPerson,
  days: readonly number[],
  goneFrom: number | null,
): readonly RoleSpan[] {
  const spans: { roleId: RoleId | null; from: number }[] = [];
  for (let slot = 0; slot < (goneFrom ?? days.length); slot += 1) {
    const { roleId } = termOn(capacity, days[slot] ?? 0);
    if (spans.at(-1)?.roleId !== roleId) spans.push({ roleId, from: slot });
  }
  return spans.flatMap(({ roleId, from }, at) => {
    const until = spans[at + 1]?.from ?? goneFrom;
    if (roleId === null) return [];
    return [{ roleId, ...(from > 0 ? { from } : {}), ...(until === null ? {} : { until }) }];
  });
}

type MemberHours = {
  readonly hours: HoursByDay;
  readonly roles: readonly RoleSpan[];
};

/** By role: all its people's minutes together, and those of the one who has the most. */
function poolSums(members: readonly MemberHours[], length: number) {
  const sums = new Map<RoleId, { readonly all: Int32Array; readonly most: Int32Array }>();
  for (const { hours, roles } of members)
    for (const { roleId, from = 0, until = length + 1 } of roles) {
      const { all, most } = entryOf(sums, roleId, () => ({
        all: new Int32Array(length + 1),
        most: new Int32Array(length + 1),
      }));
      for (let slot = from; slot < until; slot += 1) {
        const own = hours.minutes[slot] ?? 0;
        all[slot] = (all[slot] ?? 0) + own;
        most[slot] = Math.max(most[slot] ?? 0, own);
      }
    }
  return new Map(
    [...sums].flatMap(([roleId, { all, most }]) => {
      const last = all.findLastIndex((minutes) => minutes > 0);
      return last < 0 ? [] : [[roleId, { all, pool: poolOf(roleId, most, last) }] as const];
    }),
  );
}

/** Where nobody of the role is left, somebody must be found for what waits for it: a whole day each day. */
function poolOf(roleId: RoleId, most: Int32Array, last: number): StaffPool {
  const resource = poolId(roleId);
  const goneFrom = last === most.length - 1 ? null : last + 1;
  if (goneFrom === null) return { resource, minutes: most, goneFrom, takes: [{ resource }] };
  most.fill(workDayMinutes, goneFrom);
  return { resource, minutes: most, goneFrom, takes: [{ resource, until: goneFrom }] };
}
