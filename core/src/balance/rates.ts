import { addDays, type CalendarDate } from '../calendar-date.ts';
import { entryOf, groupedBy } from '../grouping.ts';
import type { PersonId, RoleId } from '../id.ts';
import type { BalancePerson, BalanceRole, DatedRate, PersonRate, RoleRate } from './input.ts';

/** Cost and bill rate per hour in minor units. */
export type HourlyRate = { readonly costPerHourMinor: number; readonly billPerHourMinor: number };

/** Rates by person and role, ready to be asked for a day. */
export type RateBook = {
  readonly people: ReadonlyMap<PersonId, Pick<BalancePerson, 'id' | 'roleId' | 'teamId'>>;
  readonly roles: ReadonlyMap<RoleId, Omit<BalanceRole, 'name'>>;
  /** Each person's own rates, latest first. */
  readonly own: ReadonlyMap<PersonId, readonly PersonRate[]>;
  /** Each role's later standard rates, latest first. */
  readonly ofRole: ReadonlyMap<RoleId, readonly RoleRate[]>;
};

/** Whose work it is, as far as that is known. */
export type Worker = { readonly personId: PersonId | null; readonly roleId: RoleId | null };

/** The rates of an input, sorted once. */
export function rateBook(input: {
  readonly people: readonly Pick<BalancePerson, 'id' | 'roleId' | 'teamId'>[];
  readonly roles: readonly Omit<BalanceRole, 'name'>[];
  readonly rates: readonly DatedRate[];
}): RateBook {
  const latestFirst = input.rates.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  const ofPeople = latestFirst.filter((rate) => 'personId' in rate);
  const ofRoles = latestFirst.filter((rate) => 'roleId' in rate);
  return {
    people: new Map(input.people.map((person) => [person.id, person])),
    roles: new Map(input.roles.map((role) => [role.id, role])),
    own: groupedBy(ofPeople, (rate) => rate.personId),
    ofRole: groupedBy(ofRoles, (rate) => rate.roleId),
  };
}

/**
 * The rate on a day, resolved in this order: the person's own rate valid on the day, the standard
 * rate of the person's role on the day, that of `roleId`. Null when there is none of them.
 */
export function rateOn(book: RateBook, who: Worker, day: CalendarDate): HourlyRate | null {
  const own = who.personId === null ? undefined : book.own.get(who.personId);
  return own?.find((rate) => rate.validFrom <= day) ?? standardRateOn(book, roleOf(book, who), day);
}

/**
 * Days within `from` to `to`, the first excluded, on which the rate of somebody's work may change,
 * in order.
 */
export function rateChanges(
  book: RateBook,
  who: Worker,
  within: { readonly from: CalendarDate; readonly to: CalendarDate },
): CalendarDate[] {
  const own = (who.personId === null ? undefined : book.own.get(who.personId)) ?? [];
  const roleId = roleOf(book, who);
  const standard = (roleId === null ? undefined : book.ofRole.get(roleId)) ?? [];
  const firstOwn = own.at(-1)?.validFrom;
  return [
    ...own,
    // From the first own rate on, the role's count no more.
    ...standard.filter((rate) => firstOwn === undefined || rate.validFrom < firstOwn),
  ]
    .map((rate) => rate.validFrom)
    .filter((day) => day > within.from && day <= within.to)
    .sort();
}

/** Days on which one rate counts; null when there is none. */
export type RateStep = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly rate: HourlyRate | null;
};

/** The rates of somebody's work over the days `within`, in order and without gaps. */
export function rateSteps(
  book: RateBook,
  who: Worker,
  within: { readonly from: CalendarDate; readonly to: CalendarDate },
): RateStep[] {
  const starts = [within.from, ...rateChanges(book, who, within)];
  return starts.map((from, index) => {
    const next = starts[index + 1];
    return { from, to: next ? addDays(next, -1) : within.to, rate: rateOn(book, who, from) };
  });
}

/** Steps of rates, reckoned once for each person, and for each role of work that is nobody's yet. */
export function rememberedSteps(
  book: RateBook,
  range: { readonly from: CalendarDate; readonly to: CalendarDate },
): (who: Worker) => readonly RateStep[] {
  const known = new Map<string | null, readonly RateStep[]>();
  // Of a person's work the role is always the same.
  return (who) => entryOf(known, who.personId ?? who.roleId, () => rateSteps(book, who, range));
}

function standardRateOn(
  book: RateBook,
  roleId: RoleId | null,
  day: CalendarDate,
): HourlyRate | null {
  if (roleId === null) return null;
  const later = book.ofRole.get(roleId)?.find((rate) => rate.validFrom <= day);
  return later ?? book.roles.get(roleId) ?? null;
}

/** The person's role where there is one that has rates, else that of the work. */
function roleOf(book: RateBook, who: Worker): RoleId | null {
  const personRole = who.personId === null ? null : book.people.get(who.personId)?.roleId;
  return personRole && book.roles.has(personRole) ? personRole : who.roleId;
}
