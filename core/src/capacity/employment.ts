import { type CalendarDate, dayNumber } from '../calendar-date.ts';
import type { PersonId, RoleId, TeamId } from '../id.ts';
import { allocate } from '../money.ts';
import type { PlanCalendar, PlanException } from '../projects/schedule-plan.ts';
import type { DayHours } from '../schedule/calendar-model.ts';
import { exceptionDays } from './exception-days.ts';
import type { Holiday, PersonCapacity } from './person-capacity.ts';

/** Terms as they are kept: what a person was hired for from a day on. */
export type EmploymentTerm = {
  /** Null for the terms of the beginning. */
  readonly validFrom: CalendarDate | null;
  readonly weeklyMinutes: number;
  /** Minutes of Monday to Sunday; null: the minutes of the week evenly over the calendar's working days. */
  readonly weekMinutes: readonly number[] | null;
  readonly roleId: RoleId | null;
  readonly teamId: TeamId | null;
};

/** A person's employment as the tables hold it; of the leave only what is approved. */
export type Employment = {
  readonly personId: PersonId;
  readonly joinedOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
  readonly terms: readonly EmploymentTerm[];
  readonly leaves: readonly {
    readonly startOn: CalendarDate;
    readonly endOn: CalendarDate;
    readonly isHalf: boolean;
  }[];
};

/** What of a calendar bears on capacity, reckoned once for all who work by it. */
export type CapacityCalendar = {
  /** Whether Monday to Sunday are worked; at least one of them is. */
  readonly workdays: readonly boolean[];
  readonly holidays: readonly Holiday[];
};

const mondayToFriday = [true, true, true, true, true, false, false];

/** A calendar for capacity; without one, Monday to Friday and no holidays. */
export function capacityCalendar(
  calendar: Pick<PlanCalendar, 'week' | 'exceptions'> | undefined,
): CapacityCalendar {
  const worked = calendar?.week.map((hours) => hours.length > 0) ?? [];
  return {
    workdays: worked.some((works) => works) ? worked : mondayToFriday,
    holidays: (calendar?.exceptions ?? []).flatMap(holidaysOf),
  };
}

/** The capacity that follows from an employment and the calendar the person works by. */
export function personCapacity(employment: Employment, calendar: CapacityCalendar): PersonCapacity {
  const joinedOn = dayNumber(employment.joinedOn);
  return {
    personId: employment.personId,
    joinedOn,
    leftOn: employment.leftOn === null ? null : dayNumber(employment.leftOn),
    terms: employment.terms.map((term) => ({
      // The earliest terms hold before their day as well, so any day before the others will do.
      validFrom: term.validFrom === null ? beforeAll : dayNumber(term.validFrom),
      weekMinutes: term.weekMinutes ?? evenWeek(term.weeklyMinutes, calendar.workdays),
      roleId: term.roleId,
      teamId: term.teamId,
    })),
    holidays: calendar.holidays,
    leaves: employment.leaves.map(({ startOn, endOn, isHalf }) => ({
      from: dayNumber(startOn),
      to: dayNumber(endOn),
      isHalf,
    })),
  };
}

/**
 * Minutes of Monday to Sunday of somebody of whom only the sum is known, spread over the working days in
 * whole minutes, the first ones one more while there is a rest.
 * @example evenWeek(1002, [true, true, true, true, true, false, false]) // 201, 201, 200, 200, 200, 0, 0
 */
export function evenWeek(weeklyMinutes: number, workdays: readonly boolean[]): readonly number[] {
  const weights = workdays.map((works) => (works ? 1 : 0));
  return weeklyMinutes === 0 ? weights.map(() => 0) : allocate(weeklyMinutes, weights);
}

/** 1900-01-01: no record is older. */
const beforeAll = -25_567;

function holidaysOf(exception: PlanException): Holiday[] {
  const mostMinutes = minutesOf(exception.hours);
  return exceptionDays(exception).map((days) => ({ ...days, name: exception.name, mostMinutes }));
}

function minutesOf(hours: DayHours): number {
  return hours.reduce((sum, { from, to }) => sum + to - from, 0);
}
