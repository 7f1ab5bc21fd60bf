import { type CalendarDate, dateFromDayNumber, dayNumber } from '../calendar-date.ts';
import { entryOf, groupedBy } from '../grouping.ts';
import type { AllocationId, PersonId } from '../id.ts';
import { type Allocation, type DayCapacity, takenOf } from './allocation.ts';

/**
 * Why the plan for somebody does not hold: more hours than they have, hours on days of leave, or hours
 * before they join or after they have left.
 */
export const clashKinds = ['over-allocated', 'on-leave', 'not-employed'] as const;
/** Why the plan for somebody does not hold. */
export type ClashKind = (typeof clashKinds)[number];

/** A stretch of days on which the plan for a person does not hold, and what collides. */
export type Clash = {
  readonly personId: PersonId;
  readonly kind: ClashKind;
  /** First and last day on which it happens; days off between them do not end it. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly days: number;
  /** Minutes beyond capacity; of days away, minutes that would have been worked. */
  readonly overMinutes: number;
  /** The most minutes beyond capacity on one of the days. */
  readonly worstMinutes: number;
  readonly allocationIds: readonly AllocationId[];
  /** Whether it takes tentative allocations to make it so: without them the plan would hold. */
  readonly isTentative: boolean;
};

/** Whose plan is looked at: what they can work, and what they could if they were always there. */
export type ClashPerson = {
  readonly id: PersonId;
  readonly capacity: DayCapacity;
  /** Their week less holidays, whether or not they are on leave or employed. */
  readonly usual: DayCapacity;
  readonly isEmployed: (day: number) => boolean;
};

/** Days from the first to the last as `dayNumber`s, both included. */
export type DaySpan = { readonly first: number; readonly last: number };

/**
 * Every clash on some days, by person and then day. Days in a row with the same allocations are one
 * clash; days without any capacity do not part them. Complexity: O(people × days × allocations of a day).
 */
export function clashes(
  people: readonly ClashPerson[],
  allocations: readonly Allocation[],
  days: DaySpan,
): Clash[] {
  const ofPerson = groupedBy(allocations, (allocation) => allocation.personId);
  return people.flatMap((person) =>
    clashesOf(person, (ofPerson.get(person.id) ?? []).toSorted(byStart), days),
  );
}

/** Minutes by which some allocations are beyond a person's capacity on one day; 0 when they fit. */
export function excessOn(
  allocations: readonly Pick<Allocation, 'effort'>[],
  capacityMinutes: number,
): number {
  let minutes = 0;
  for (const { effort } of allocations) minutes += takenOf(effort, capacityMinutes);
  return Math.max(0, minutes - capacityMinutes);
}

type Growing = { -readonly [Field in keyof Clash]: Clash[Field] } & { lastDay: number };

function clashesOf(person: ClashPerson, own: readonly Allocation[], days: DaySpan): Clash[] {
  if (own.length === 0) return [];
  const spans = own.map((allocation) => ({
    allocation,
    first: dayNumber(allocation.startOn),
    last: dayNumber(allocation.endOn),
  }));
  const open = new Map<string, Growing>();
  const found: Growing[] = [];
  let lastWorkDay = days.first - 1;
  for (let day = days.first; day <= days.last; day += 1) {
    if (person.usual(day) <= 0) continue;
    const there = spans.filter(({ first, last }) => first <= day && last >= day);
    for (const part of clashesOn(
      person,
      there.map(({ allocation }) => allocation),
      day,
    )) {
      const key = `${part.kind} ${part.allocationIds.join(' ')}`;
      const known = open.get(key);
      if (known && known.lastDay === lastWorkDay) extend(known, part, day);
      else {
        const clash = { ...part, lastDay: day };
        open.set(key, clash);
        found.push(clash);
      }
    }
    lastWorkDay = day;
  }
  return found.map(({ lastDay: _lastDay, ...clash }) => clash);
}

function extend(known: Growing, part: Clash, day: number): void {
  known.to = part.to;
  known.days += 1;
  known.overMinutes += part.overMinutes;
  known.worstMinutes = Math.max(known.worstMinutes, part.worstMinutes);
  known.isTentative &&= part.isTentative;
  known.lastDay = day;
}

/** What does not hold on one day: leave is named apart, for another person mends it, not fewer hours. */
function clashesOn(person: ClashPerson, own: readonly Allocation[], day: number): Clash[] {
  if (own.length === 0) return [];
  const capacity = person.capacity(day);
  const on = dateFromDayNumber(day);
  const clash = (kind: ClashKind, minutes: number, of: readonly Allocation[], firm: number) => ({
    personId: person.id,
    kind,
    from: on,
    to: on,
    days: 1,
    overMinutes: minutes,
    worstMinutes: minutes,
    allocationIds: of.map(({ id }) => id),
    isTentative: firm === 0,
  });
  const confirmed = own.filter(({ certainty }) => certainty === 'confirmed');
  if (capacity <= 0) {
    const lost = lostMinutes(own, person.usual(day));
    const kind = person.isEmployed(day) ? 'on-leave' : 'not-employed';
    return lost > 0 ? [clash(kind, lost, own, confirmed.length)] : [];
  }
  const over = excessOn(own, capacity);
  return over > 0 ? [clash('over-allocated', over, own, excessOn(confirmed, capacity))] : [];
}

function lostMinutes(own: readonly Allocation[], usualMinutes: number): number {
  return own.reduce((sum, { effort }) => sum + takenOf(effort, usualMinutes), 0);
}

function byStart(a: Allocation, b: Allocation): number {
  if (a.startOn !== b.startOn) return a.startOn < b.startOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The clashes that some allocations have a part in, by the id of each. */
export function clashesByAllocation(found: readonly Clash[]): Map<AllocationId, Clash[]> {
  const by = new Map<AllocationId, Clash[]>();
  for (const clash of found)
    for (const id of clash.allocationIds) entryOf(by, id, (): Clash[] => []).push(clash);
  return by;
}
