import {
  type CalendarDate,
  type CalendarMonth,
  dayNumber,
  monthEnd,
  monthStart,
} from '../calendar-date.ts';
import { capacityBetween, type PersonCapacity, termOn } from '../capacity/person-capacity.ts';
import type { PersonId, RoleId } from '../id.ts';
import type { ReserveUse } from './reserve-book.ts';
import type { RingFence, RingFenceScope } from './ring-fence.ts';

/** Confirmed client work that reserves hours of somebody, or of a role while nobody is named. */
export type ClientWork = {
  readonly personId: PersonId | null;
  readonly roleId: RoleId | null;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
  /** Minutes on the day with this `dayNumber`. */
  readonly minutesOn: (day: number) => number;
};

/** The people of a firm, and what clients have been promised of them. */
export type ReserveWork = {
  readonly people: readonly PersonCapacity[];
  readonly work: readonly ClientWork[];
};

/**
 * What each month is like for the people of each ring-fence. Whose hours they are follows from team
 * and role on the day; a placeholder belongs to its role and the firm, to no team and no person.
 * Complexity: O(people × terms × months × ring-fences + days of the work in those months).
 */
export function reserveUses(
  policies: readonly RingFence[],
  months: readonly CalendarMonth[],
  { people, work }: ReserveWork,
): ReserveUse[] {
  const personOf = new Map(people.map((person) => [person.personId, person]));
  return months.flatMap((month) => {
    const days = { first: dayNumber(monthStart(month)), last: dayNumber(monthEnd(month)) };
    const client = clientMinutesBy(work, personOf, days);
    return policies.map((policy) => ({
      policyId: policy.id,
      month,
      capacityMinutes: capacityWithin(policy.scope, people, days),
      clientMinutes: client.get(scopeKey(policy.scope)) ?? 0,
    }));
  });
}

/**
 * What each piece of work needs of a ring-fence's people in a month, in the order given; those that
 * need nothing are left out. The minutes add up to `clientMinutes` of `reserveUses`.
 */
export function clientRows<Work extends ClientWork>(
  scope: RingFenceScope,
  month: CalendarMonth,
  { people, work }: { readonly people: readonly PersonCapacity[]; readonly work: readonly Work[] },
): { readonly work: Work; readonly minutes: number }[] {
  const personOf = new Map(people.map((person) => [person.personId, person]));
  const days = { first: dayNumber(monthStart(month)), last: dayNumber(monthEnd(month)) };
  return work.flatMap((item) => {
    const minutes = clientMinutesBy([item], personOf, days).get(scopeKey(scope)) ?? 0;
    return minutes === 0 ? [] : [{ work: item, minutes }];
  });
}

type DayRange = { readonly first: number; readonly last: number };

/** Minutes of client work by everything a ring-fence can hold. */
function clientMinutesBy(
  work: readonly ClientWork[],
  personOf: ReadonlyMap<PersonId, PersonCapacity>,
  days: DayRange,
): Map<string, number> {
  const minutesBy = new Map<string, number>();
  const add = (key: string, minutes: number) =>
    minutesBy.set(key, (minutesBy.get(key) ?? 0) + minutes);
  for (const item of work) {
    const person = item.personId === null ? undefined : personOf.get(item.personId);
    const last = Math.min(days.last, dayNumber(item.endOn));
    for (let day = Math.max(days.first, dayNumber(item.startOn)); day <= last; day += 1) {
      const minutes = item.minutesOn(day);
      if (minutes === 0) continue;
      for (const key of keysOn(item, person, day)) add(key, minutes);
    }
  }
  return minutesBy;
}

function keysOn(item: ClientWork, person: PersonCapacity | undefined, day: number): string[] {
  if (item.personId === null)
    return item.roleId === null ? ['firm'] : ['firm', `role ${item.roleId}`];
  const keys = ['firm', `person ${item.personId}`];
  if (person === undefined) return keys;
  const { roleId, teamId } = termOn(person, day);
  if (roleId !== null) keys.push(`role ${roleId}`);
  if (teamId !== null) keys.push(`team ${teamId}`);
  return keys;
}

function scopeKey(scope: RingFenceScope): string {
  switch (scope.kind) {
    case 'firm':
      return 'firm';
    case 'team':
      return `team ${scope.teamId}`;
    case 'role':
      return `role ${scope.roleId}`;
    case 'person':
      return `person ${scope.personId}`;
  }
}

function capacityWithin(
  scope: RingFenceScope,
  people: readonly PersonCapacity[],
  days: DayRange,
): number {
  let minutes = 0;
  for (const person of people) minutes += personWithin(scope, person, days);
  return minutes;
}

function personWithin(scope: RingFenceScope, person: PersonCapacity, days: DayRange): number {
  const { first, last } = days;
  switch (scope.kind) {
    case 'firm':
      return capacityBetween(person, first, last);
    case 'person':
      return scope.personId === person.personId ? capacityBetween(person, first, last) : 0;
    case 'team':
      return minutesWhile(person, days, (day) => termOn(person, day).teamId === scope.teamId);
    case 'role':
      return minutesWhile(person, days, (day) => termOn(person, day).roleId === scope.roleId);
  }
}

/** Minutes of a person on the days whose term fits; terms change on few days, so it goes from change to change. */
function minutesWhile(
  person: PersonCapacity,
  { first, last }: DayRange,
  fits: (day: number) => boolean,
): number {
  const changes = person.terms
    .map((term) => term.validFrom)
    .filter((day) => day > first && day <= last)
    .sort((a, b) => a - b);
  const starts = [first, ...changes];
  let minutes = 0;
  for (const [index, from] of starts.entries()) {
    const to = (starts[index + 1] ?? last + 1) - 1;
    if (fits(from)) minutes += capacityBetween(person, from, to);
  }
  return minutes;
}
