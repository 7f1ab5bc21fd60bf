import { dayNumber } from '../calendar-date.ts';
import { evenWeek } from '../capacity/employment.ts';
import type {
  CalendarException,
  DayHours,
  Week,
  WorkCalendar,
  WorkWeek,
} from '../schedule/calendar-model.ts';
import { weekdayIndex } from '../schedule/day-hours.ts';
import type { PlanPerson, PlanTerm } from './schedule-plan.ts';

/**
 * Which of a person's hours a task takes: all days that the person works, whole (`days`: the task lasts
 * so many days, whoever does it), the person's real hours (`hours`: the task lasts until the work is
 * done), or the hours of the task's own calendar less leave (`leave`).
 */
export type PersonTime = 'days' | 'hours' | 'leave';

/** The calendar of the work, and the person's own where there is one. */
export type CalendarsOfWork = { readonly base: WorkCalendar; readonly own: WorkCalendar | null };

/** A person's working time over the calendar that their work is done by. */
export function personOver(
  person: PlanPerson,
  { base, own }: CalendarsOfWork,
  { id, time }: { readonly id: string; readonly time: PersonTime },
): WorkCalendar {
  const weekOf = (term: PlanTerm | undefined) =>
    time === 'leave' || !term ? base.week : termWeek(term, base, time);
  const terms = inOrder(person.terms);
  const [first, ...later] = terms;
  // The holidays again: a week of one's own would hide those of the base.
  const holidays = own === null || own === base ? [] : (own.exceptions ?? []);
  return {
    id,
    week: weekOf(first),
    workWeeks:
      time === 'leave' ? [] : later.map((term, place) => workWeek(term, later[place + 1], weekOf)),
    exceptions: exceptionsOf(person, [...holidays, ...(base.exceptions ?? [])], { weekOf, time }),
  };
}

/** Minutes of the day at which work begins and ends where a calendar has no hours that day. */
export const usualHours = { from: 480, to: 1020 };

/** The last day that can be written down. */
const lastDay = 2_932_896;

type WeekOf = (term: PlanTerm | undefined) => Week;

function inOrder(terms: readonly PlanTerm[]): PlanTerm[] {
  return terms.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
}

function workWeek(term: PlanTerm, next: PlanTerm | undefined, weekOf: WeekOf): WorkWeek {
  return {
    from: term.validFrom === null ? -lastDay : dayNumber(term.validFrom),
    to: next?.validFrom ? dayNumber(next.validFrom) - 1 : lastDay,
    week: weekOf(term),
  };
}

/** Days off, then holidays that fall on none, then half days that are neither. */
function exceptionsOf(
  person: PlanPerson,
  holidays: readonly CalendarException[],
  week: { readonly weekOf: WeekOf; readonly time: PersonTime },
): CalendarException[] {
  const leaves = person.leaves.map(({ startOn, endOn, isHalf }) => ({
    isHalf,
    from: dayNumber(startOn),
    to: dayNumber(endOn),
  }));
  const whole = leaves
    .filter(({ isHalf }) => !isHalf)
    .map(({ from, to }): CalendarException => ({ from, to, hours: [] }));
  const open = holidays.filter((holiday) => !isWithinOne(holiday, whole));
  // A task that lasts so many days counts a half day at work as one of them.
  const halves = week.time === 'days' ? [] : leaves.filter(({ isHalf }) => isHalf);
  return [
    ...whole,
    ...open,
    ...halves
      .filter((days) => !isWithinOne(days, [...whole, ...open]))
      .flatMap((days) => halfDays(days, week.weekOf(termAt(person.terms, days.from)))),
  ];
}

type Days = { readonly from: number; readonly to: number };

function isWithinOne(days: Days, others: readonly Days[]): boolean {
  return others.some(({ from, to }) => from <= days.from && days.to <= to);
}

function termAt(terms: readonly PlanTerm[], day: number): PlanTerm | undefined {
  const sorted = inOrder(terms);
  return (
    sorted.findLast(({ validFrom }) => validFrom === null || dayNumber(validFrom) <= day) ??
    sorted[0]
  );
}

/** Half of each day's hours, the first ones, weekday by weekday. */
function halfDays({ from, to }: Days, week: Week): CalendarException[] {
  return week.flatMap((hours, index): CalendarException[] => {
    if (hours === null || hours.length === 0) return [];
    const half = firstMinutes(hours, Math.floor(minutesOf(hours) / 2));
    if (from === to) return weekdayIndex(from) === index ? [{ from, to, hours: half }] : [];
    const recurrence = { kind: 'weekly', every: 1, weekdays: [index + 1] } as const;
    return [{ from, to, hours: half, recurrence }];
  });
}

/** The hours of a person's week under some terms. */
function termWeek(term: PlanTerm, base: WorkCalendar, time: PersonTime): Week {
  const { weekMinutes } = term;
  const even = evenWeek(
    term.weeklyMinutes,
    base.week.map((hours) => hours !== null && hours.length > 0),
  );
  return base.week.map((hours, index) => {
    if (hours === null) return hours;
    if (time === 'days') return weekMinutes && (weekMinutes[index] ?? 0) === 0 ? [] : hours;
    return firstMinutes(hours, (weekMinutes ?? even)[index] ?? 0);
  });
}

/** The first so many minutes of a day's hours; what they lack is added at their end. */
function firstMinutes(hours: DayHours, minutes: number): DayHours {
  let left = minutes;
  const taken: { from: number; to: number }[] = [];
  for (const { from, to } of hours.length > 0 ? hours : [usualHours]) {
    const length = Math.min(left, to - from);
    if (length > 0) taken.push({ from, to: from + length });
    left -= length;
  }
  const last = taken.at(-1);
  if (left > 0 && last) last.to = Math.min(1440, last.to + left);
  return taken;
}

function minutesOf(hours: DayHours): number {
  return hours.reduce((sum, { from, to }) => sum + to - from, 0);
}
