import { type CalendarDate, dateFromDayNumber, dayNumber } from '../../../calendar-date.ts';
import { capacityOn, type PersonCapacity, termOn } from '../../../capacity/person-capacity.ts';
import { entryOf } from '../../../grouping.ts';
import type { PersonId, RoleId } from '../../../id.ts';
import type { LevellingCalendar, LevellingResource } from '../problem.ts';
import type { FirmWork, WorkPerson } from './firm-work.ts';
import { type WorkDays, workDayMinutes } from './work-days.ts';

/** People as resources: capacity in per cent of a full-time person in each working day. */
export type Staff = {
  readonly resources: readonly LevellingResource[];
  readonly calendars: readonly LevellingCalendar[];
  readonly people: ReadonlyMap<PersonId, StaffMember>;
  /** By role: the resource that all work of the role draws on; missing when nobody has the role. */
  readonly pools: ReadonlyMap<RoleId, LevellingResource>;
};

export type StaffMember = {
  readonly person: WorkPerson;
  readonly roleId: RoleId | null;
  /** Per cent of a full-time person on a day at work. */
  readonly capacity: number;
  readonly resource: string;
  /** Half days off, in rising order. */
  readonly pauses: readonly Pause[];
};

export type Pause = { readonly from: number; readonly to: number };

/** Days off are looked at for so long ahead; a bound, so that no list is without one. */
const daysAhead = 1_100;

/** The people who work from today on. Who has left, or has no hours, is not among them. */
export function staffOf(work: FirmWork, axis: WorkDays): Staff {
  const members = work.people.flatMap((person) => memberOf(person, work, axis) ?? []);
  const roles = new Map<RoleId, StaffMember[]>();
  for (const member of members) {
    const { roleId } = member;
    if (roleId !== null) entryOf(roles, roleId, () => []).push(member);
  }
  const pools = new Map([...roles].map(([id, role]) => [id, poolOf(`role ${id}`, role)]));
  return {
    people: new Map(members.map((member) => [member.person.id, member])),
    pools,
    calendars: members
      .filter((member) => member.pauses.length > 0)
      .map((member) => ({ id: member.resource, pauses: member.pauses })),
    resources: [
      // Work rests on days off, so a person's own capacity need not fall there.
      ...members.map(({ resource, capacity }) => ({ id: resource, capacity })),
      ...pools.values(),
    ],
  };
}

/**
 * A day at work is what it is under the terms of the first day; days without hours under later ones are
 * days off, as are leave and holidays of the person's own calendar.
 */
function memberOf(person: WorkPerson, work: FirmWork, axis: WorkDays): StaffMember | null {
  const { capacity } = person;
  const first = Math.max(dayNumber(work.today), capacity.joinedOn);
  const terms = termOn(capacity, first);
  const worked = terms.weekMinutes.filter((minutes) => minutes > 0);
  const isGone = capacity.leftOn !== null && capacity.leftOn < dayNumber(work.today);
  if (worked.length === 0 || isGone) return null;
  const mean = worked.reduce((sum, minutes) => sum + minutes, 0) / worked.length;
  return {
    person,
    roleId: terms.roleId,
    capacity: Math.max(1, Math.round((mean * 100) / workDayMinutes)),
    resource: `person ${person.id}`,
    pauses: pausesOf(capacity, work.today, axis),
  };
}

/** Days without capacity on which the firm works, up to the last day of employment. */
function pausesOf(person: PersonCapacity, today: CalendarDate, axis: WorkDays): readonly Pause[] {
  const pauses: { from: number; to: number }[] = [];
  const first = dayNumber(today);
  const last = Math.max(first + daysAhead, person.joinedOn);
  for (let day = first; day <= Math.min(last, person.leftOn ?? last); day += 1) {
    if (capacityOn(person, day) > 0) continue;
    const from = axis.slotOf(dateFromDayNumber(day));
    const to = axis.slotOf(dateFromDayNumber(day + 1));
    if (to === from) continue;
    const previous = pauses.at(-1);
    if (previous && previous.to === from) previous.to = to;
    else pauses.push({ from, to });
  }
  return pauses;
}

/** All people of a role as one resource, with what is left of it while some are off. */
function poolOf(id: string, members: readonly StaffMember[]): LevellingResource {
  const full = members.reduce((sum, member) => sum + member.capacity, 0);
  const moves = new Map<number, number>();
  for (const { capacity, pauses } of members) {
    for (const { from, to } of pauses) {
      moves.set(from, (moves.get(from) ?? 0) - capacity);
      moves.set(to, (moves.get(to) ?? 0) + capacity);
    }
  }
  let left = full;
  const changes = [...moves]
    .sort(([a], [b]) => a - b)
    .filter(([, move]) => move !== 0)
    .map(([from, move]) => {
      left += move;
      return { from, capacity: left };
    });
  return changes.length === 0 ? { id, capacity: full } : { id, capacity: full, changes };
}
