import { addDays, type CalendarDate, dateFromDayNumber, dayNumber } from '../calendar-date.ts';
import type { Term } from '../capacity/person-capacity.ts';
import { entryOf, groupedBy } from '../grouping.ts';
import type { PersonId, RoleId } from '../id.ts';
import type { BalanceRole, DatedRate, PersonRate, RoleRate } from './input.ts';
import type { DayRange } from './time-log.ts';

/** Cost and bill rate per hour in minor units. */
export type HourlyRate = { readonly costPerHourMinor: number; readonly billPerHourMinor: number };

/** Rates by person and role, ready to be asked for a day. */
export type RateBook = {
  readonly people: ReadonlyMap<PersonId, RolesOverTime>;
  readonly roles: ReadonlyMap<RoleId, Omit<BalanceRole, 'name'>>;
  /** Each person's own rates, latest first. */
  readonly own: ReadonlyMap<PersonId, readonly PersonRate[]>;
  /** Each role's later standard rates, latest first. */
  readonly ofRole: ReadonlyMap<RoleId, readonly RoleRate[]>;
};

/** Somebody's roles, each from a day until the next. */
export type RolesOverTime = { readonly terms: readonly Pick<Term, 'validFrom' | 'roleId'>[] };

/** Whose work it is, as far as that is known. */
export type Worker = { readonly personId: PersonId | null; readonly roleId: RoleId | null };

/** The rates of an input, sorted once. */
export function rateBook(input: {
  readonly people: readonly { readonly id: PersonId; readonly capacity: RolesOverTime }[];
  readonly roles: readonly Omit<BalanceRole, 'name'>[];
  readonly rates: readonly DatedRate[];
}): RateBook {
  const latestFirst = input.rates.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  const ofPeople = latestFirst.filter((rate) => 'personId' in rate);
  const ofRoles = latestFirst.filter((rate) => 'roleId' in rate);
  return {
    people: new Map(input.people.map(({ id, capacity }) => [id, capacity])),
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
  return (
    own?.find((rate) => rate.validFrom <= day) ?? standardRateOn(book, roleOn(book, who, day), day)
  );
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
  const firstOwn = own.at(-1)?.validFrom;
  // From the first own rate on, the role's count no more.
  const standard = standardChanges(book, who, within).filter(
    (day) => firstOwn === undefined || day < firstOwn,
  );
  const days = new Set([...own.map((rate) => rate.validFrom), ...standard]);
  return [...days].filter((day) => day > within.from && day <= within.to).sort();
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
  // Of a person's work the role is always that of the person's terms.
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

/** Days on which the standard rate may change: another rate of the role, or another role. */
function standardChanges(book: RateBook, who: Worker, within: DayRange): CalendarDate[] {
  const roles = who.personId === null ? undefined : book.people.get(who.personId);
  const moves = roles && roles.terms.length > 1 ? roles.terms : [];
  const first = dayNumber(within.from);
  return [
    ...ratesOf(book, roleOn(book, who, within.from)),
    ...moves.flatMap(({ roleId, validFrom }) =>
      validFrom > first
        ? [dateFromDayNumber(validFrom), ...ratesOf(book, roleId ?? who.roleId)]
        : [],
    ),
  ];
}

function ratesOf(book: RateBook, roleId: RoleId | null): CalendarDate[] {
  const later = (roleId === null ? undefined : book.ofRole.get(roleId)) ?? [];
  return later.map((rate) => rate.validFrom);
}

/** The person's role of the day where there is one that has rates, else that of the work. */
function roleOn(book: RateBook, who: Worker, day: CalendarDate): RoleId | null {
  const roles = who.personId === null ? undefined : book.people.get(who.personId);
  const personRole = roles && roleAt(roles.terms, day);
  return personRole && book.roles.has(personRole) ? personRole : who.roleId;
}

function roleAt(terms: RolesOverTime['terms'], day: CalendarDate): RoleId | null {
  const [only, ...others] = terms;
  if (others.length === 0) return only?.roleId ?? null;
  const number = dayNumber(day);
  const sorted = terms.toSorted((a, b) => a.validFrom - b.validFrom);
  return (sorted.findLast(({ validFrom }) => validFrom <= number) ?? sorted[0])?.roleId ?? null;
}
