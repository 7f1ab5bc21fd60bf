import type { CalendarDate } from '../calendar-date.ts';
import { groupedBy } from '../grouping.ts';
import type { PersonId, RoleId } from '../id.ts';
import type { BalancePerson, BalanceRole, PersonRate } from './input.ts';

/** Cost and bill rate per hour in minor units. */
export type HourlyRate = { readonly costPerHourMinor: number; readonly billPerHourMinor: number };

/** Rates by person and role, ready to be asked for a day. */
export type RateBook = {
  readonly people: ReadonlyMap<PersonId, Pick<BalancePerson, 'id' | 'roleId' | 'teamId'>>;
  readonly roles: ReadonlyMap<RoleId, Omit<BalanceRole, 'name'>>;
  /** Each person's own rates, latest first. */
  readonly own: ReadonlyMap<PersonId, readonly PersonRate[]>;
};

/** The rates of an input, sorted once. */
export function rateBook(input: {
  readonly people: readonly Pick<BalancePerson, 'id' | 'roleId' | 'teamId'>[];
  readonly roles: readonly Omit<BalanceRole, 'name'>[];
  readonly rates: readonly PersonRate[];
}): RateBook {
  const own = groupedBy(input.rates, (rate) => rate.personId);
  for (const rates of own.values()) rates.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return {
    people: new Map(input.people.map((person) => [person.id, person])),
    roles: new Map(input.roles.map((role) => [role.id, role])),
    own,
  };
}

/**
 * The rate on a day, resolved in this order: the person's own rate valid on the day, the standard
 * rate of the person's role, the standard rate of `roleId`. Null when there is none of them.
 */
export function rateOn(
  book: RateBook,
  who: { readonly personId: PersonId | null; readonly roleId: RoleId | null },
  day: CalendarDate,
): HourlyRate | null {
  if (who.personId !== null) {
    const own = book.own.get(who.personId)?.find((rate) => rate.validFrom <= day);
    if (own) return own;
    const personRole = book.people.get(who.personId)?.roleId;
    const role = personRole ? book.roles.get(personRole) : undefined;
    if (role) return role;
  }
  return (who.roleId !== null ? book.roles.get(who.roleId) : undefined) ?? null;
}

/** Days within `from` to `to`, the first excluded, on which a person's own rate changes, in order. */
export function rateChanges(
  book: RateBook,
  personId: PersonId | null,
  within: { readonly from: CalendarDate; readonly to: CalendarDate },
): CalendarDate[] {
  if (personId === null) return [];
  const changes = (book.own.get(personId) ?? [])
    .map((rate) => rate.validFrom)
    .filter((day) => day > within.from && day <= within.to);
  return changes.reverse();
}
