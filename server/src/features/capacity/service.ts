import type { capacityPeriods, capacity as contract } from '@evenkeel/contract/capacity';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import {
  addDays,
  type CalendarDate,
  dateFromDayNumber,
  dayNumber,
  daysBetween,
  monthEnd,
  monthOf,
  weekStart,
} from '@evenkeel/core/calendar-date';
import { type CapacityReason, capacityReasons } from '@evenkeel/core/capacity/breakdown';
import {
  type CapacityCalendar,
  capacityCalendar,
  personCapacity,
} from '@evenkeel/core/capacity/employment';
import {
  capacityOn,
  type Days,
  type PersonCapacity,
  type Term,
  termsBetween,
} from '@evenkeel/core/capacity/person-capacity';
import type { CalendarId, PersonId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { listPlanCalendars } from '../calendars/service.ts';
import * as repository from './repository.ts';

export { type EmploymentRecord, listEmployments } from './repository.ts';

/** A person with what follows from terms, holidays and approved leave. */
export type PersonWithCapacity = {
  readonly id: PersonId;
  readonly name: string;
  readonly capacity: PersonCapacity;
};

/**
 * The one truth about how much people can work on each day: everybody's, in the order of their names,
 * or that of some people. Also from the trash, since their hours stay.
 */
export async function listCapacities(
  scope: Scope,
  personIds: readonly PersonId[] | null = null,
): Promise<PersonWithCapacity[]> {
  const employments = await repository.listEmployments(scope, personIds);
  const calendarOf = await readCapacityCalendars(scope);
  return employments.map((employment) => ({
    id: employment.personId,
    name: employment.name,
    capacity: personCapacity(employment, calendarOf(employment.calendarId)),
  }));
}

/** People with the periods that their capacity is asked for. */
export type CapacityFound = {
  readonly people: readonly PersonWithCapacity[];
  readonly periods: readonly Days[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
};

/** The rows behind a person's capacity, with the names of roles and teams. */
export type FoundReasons = {
  readonly person: PersonWithCapacity;
  readonly days: Days;
  readonly reasons: readonly CapacityReason[];
  readonly names: ReadonlyMap<string, string>;
};

const fullDayMinutes = 480;
/** 1900-01-01, as `dayNumber` counts: no record is older. */
const beforeAll = -25_567;

/** More days than two years and a bit, so that no answer is longer than anybody reads. */
const mostDays = 800;

/** Capacity by day, week or month of those who work here on any of the days. */
export async function viewCapacity(
  scope: Scope,
  query: QueryOf<typeof contract.list>,
): Promise<CapacityFound> {
  const days = daysOf(scope, query);
  const people = (await listCapacities(scope, query.personId ?? null)).filter(
    (person) => query.personId !== undefined || isAmong(person.capacity, days, query),
  );
  return { people, periods: periodsOf(days, query.by), ...written(days) };
}

/** What a person's capacity is made of, row by row; they add up to it (U19). */
export async function readReasons(
  scope: Scope,
  id: PersonId,
  query: QueryOf<typeof contract.reasons>,
): Promise<FoundReasons> {
  const [person] = await listCapacities(scope, [id]);
  if (!person) throw new AppError('not-found', 'There is no such person.');
  const days = daysOf(scope, query);
  const reasons = capacityReasons(person.capacity, days);
  return { person, days, reasons, names: await repository.listNames(scope) };
}

/** Minutes that some people can work on Monday to Sunday of a week, by the day of its Monday. */
export async function weekCapacities(
  scope: Scope,
  personIds: readonly PersonId[],
): Promise<(id: PersonId, monday: CalendarDate) => readonly number[]> {
  const people = await listCapacities(scope, personIds);
  const byId = new Map(people.map(({ id, capacity }) => [id, capacity]));
  return (id, monday) => {
    const capacity = byId.get(id);
    const first = dayNumber(monday);
    return [0, 1, 2, 3, 4, 5, 6].map((place) =>
      capacity ? capacityOn(capacity, first + place) : 0,
    );
  };
}

/** What the firm's own calendar leaves of each day: nobody's capacity, as placeholders have it. */
export async function readFirmCapacity(scope: Scope): Promise<PersonCapacity> {
  const standard = (await listPlanCalendars(scope)).find((one) => one.isDefault);
  const { workdays, holidays } = capacityCalendar(standard);
  const minutesOf = (place: number) =>
    (standard?.week[place] ?? []).reduce((sum, { from, to }) => sum + to - from, 0);
  const weekMinutes = workdays.map((works, place) =>
    standard ? minutesOf(place) : works ? fullDayMinutes : 0,
  );
  return {
    // No row has such an id.
    personId: '' as PersonId,
    terms: [{ validFrom: 0, weekMinutes, roleId: null, teamId: null }],
    joinedOn: beforeAll,
    leftOn: null,
    holidays,
    leaves: [],
  };
}

/** The calendars of the firm for capacity; null, or one that is gone, is the firm's own. */
export async function readCapacityCalendars(
  scope: Scope,
): Promise<(id: CalendarId | null) => CapacityCalendar> {
  const calendars = await listPlanCalendars(scope);
  const byId = new Map(calendars.map((one) => [one.id, capacityCalendar(one)]));
  const standard = capacityCalendar(calendars.find((one) => one.isDefault));
  return (id) => (id === null ? standard : (byId.get(id) ?? standard));
}

/** Twelve weeks from this one unless days are named. */
function daysOf(
  scope: Scope,
  asked: { readonly from?: CalendarDate | undefined; readonly to?: CalendarDate | undefined },
): Days {
  const from = asked.from ?? weekStart(scope.today);
  const to = asked.to ?? addDays(weekStart(from), 83);
  if (to < from) throw invalid(['to'], 'too-early', 'is before the first day');
  if (daysBetween(from, to) >= mostDays) {
    throw invalid(['to'], 'too-late', `is more than ${mostDays} days after the first`);
  }
  return { from: dayNumber(from), to: dayNumber(to) };
}

function isAmong(
  person: PersonCapacity,
  days: Days,
  { teamId, roleId }: QueryOf<typeof contract.list>,
): boolean {
  const isHere =
    person.joinedOn <= days.to && (person.leftOn === null || person.leftOn >= days.from);
  if (!isHere) return false;
  const terms = termsBetween(person, days.from, days.to).map(({ term }) => term);
  const isOf = <I>(wanted: readonly I[] | undefined, of: (term: Term) => I | null) =>
    wanted === undefined ||
    terms.some((term) => {
      const one = of(term);
      return one !== null && wanted.includes(one);
    });
  return isOf(teamId, (term) => term.teamId) && isOf(roleId, (term) => term.roleId);
}

/** The days cut into whole days, weeks from Monday or months, the first and last as long as they are. */
function periodsOf({ from, to }: Days, by: (typeof capacityPeriods)[number]): Days[] {
  const periods: Days[] = [];
  for (let first = from; first <= to; ) {
    const last = Math.min(to, lastDayOf(first, by));
    periods.push({ from: first, to: last });
    first = last + 1;
  }
  return periods;
}

function lastDayOf(day: number, by: (typeof capacityPeriods)[number]): number {
  if (by === 'day') return day;
  const date = dateFromDayNumber(day);
  return by === 'week' ? dayNumber(weekStart(date)) + 6 : dayNumber(monthEnd(monthOf(date)));
}

function written({ from, to }: Days) {
  return { from: dateFromDayNumber(from), to: dateFromDayNumber(to) };
}
