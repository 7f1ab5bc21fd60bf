import { addDays, type CalendarDate, later, weekday } from '../../../calendar-date.ts';
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
    const { roleId } = member.person;
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

function memberOf(person: WorkPerson, work: FirmWork, axis: WorkDays): StaffMember | null {
  const worked = person.weekMinutes.filter((minutes) => minutes > 0);
  const isGone = person.leftOn !== null && person.leftOn < work.today;
  if (worked.length === 0 || isGone) return null;
  const mean = worked.reduce((sum, minutes) => sum + minutes, 0) / worked.length;
  return {
    person,
    capacity: Math.max(1, Math.round((mean * 100) / workDayMinutes)),
    resource: `person ${person.id}`,
    pauses: pausesOf(person, work, axis),
  };
}

/** Leave, weekdays without hours, and the time before the first day of employment. */
function pausesOf(
  person: WorkPerson,
  { today, weekdays }: FirmWork,
  axis: WorkDays,
): readonly Pause[] {
  const isOff = (day: CalendarDate): boolean =>
    day < person.joinedOn ||
    (person.weekMinutes[weekday(day) - 1] ?? 0) === 0 ||
    person.leave.some(({ from, to }) => from <= day && day <= to);
  const hasDaysOff =
    person.joinedOn > today ||
    person.leave.length > 0 ||
    weekdays.some((works, day) => works && (person.weekMinutes[day] ?? 0) === 0);
  if (!hasDaysOff) return [];
  const pauses: { from: number; to: number }[] = [];
  const last = later(addDays(today, daysAhead), person.joinedOn);
  for (let day = today; day <= last; day = addDays(day, 1)) {
    const from = axis.slotOf(day);
    const to = axis.slotOf(addDays(day, 1));
    if (to === from || !isOff(day)) continue;
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
