import { type CalendarDate, dayNumber } from '../calendar-date.ts';
import type { CalendarId } from '../id.ts';
import type { CalendarException, DayHours, WorkCalendar } from '../schedule/calendar-model.ts';
import { hoursOf, standardWeek } from '../schedule/day-hours.ts';
import {
  elapsedClock,
  nextWorkStart,
  previousWorkFinish,
  type WorkClock,
  workClock,
} from '../schedule/work-clock.ts';
import type { PlanCalendar, PlanException, PlanPerson, SchedulePlan } from './schedule-plan.ts';

/** Id of the calendar that holds where a firm has none of its own: Monday to Friday, eight hours. */
export const standardCalendarId = 'standard';

/** Minutes of the day at which work begins and ends where a calendar has no hours that day. */
const usualHours = { from: 480, to: 1020 };

/**
 * Which of a person's hours a task takes: all days that the person works, whole (`days`: the task lasts
 * so many days, whoever does it), the person's real hours (`hours`: the task lasts until the work is
 * done), or the hours of the task's own calendar less leave (`leave`).
 */
export type PersonTime = 'days' | 'hours' | 'leave';

/** The calendars of a plan, made as they are asked for. */
export type CalendarBook = {
  readonly defaultId: string;
  /** The id of a person's calendar over another one; the calendar is then among `all()`. */
  personCalendar(person: PlanPerson, baseId: string, time: PersonTime): string;
  /** Working time of a calendar; the wall clock where it has none. */
  clock(calendarId: string): WorkClock;
  /** When work on a day begins: the first working instant from its midnight on. */
  startOf(calendarId: string, day: CalendarDate): number;
  /** When work on a day ends: the last working instant up to its midnight. */
  finishOf(calendarId: string, day: CalendarDate): number;
  /** As the two above, but never on another day: for what people hold to by hand. */
  heldStartOf(calendarId: string, day: CalendarDate): number;
  heldFinishOf(calendarId: string, day: CalendarDate): number;
  all(): WorkCalendar[];
};

/** The calendars of a plan as the engine takes them, with one for each person where it is needed. */
export function calendarBook(plan: Pick<SchedulePlan, 'calendars'>): CalendarBook {
  const own = plan.calendars.map(firmCalendar);
  const standard: WorkCalendar = { id: standardCalendarId, name: 'Standard', week: standardWeek };
  const byId = new Map([standard, ...own].map((calendar) => [calendar.id, calendar]));
  const clocks = new Map<string, WorkClock>();
  const defaultId = plan.calendars.find((calendar) => calendar.isDefault)?.id ?? standard.id;
  const known = (id: string) => byId.get(id) ?? byId.get(defaultId) ?? standard;
  const clock = (id: string) => {
    const found = clocks.get(id);
    if (found) return found;
    const made = workClock(hoursOf(known(id), byId), originDay) ?? elapsedClock;
    clocks.set(id, made);
    return made;
  };
  const hoursOn = (id: string, day: CalendarDate) => hoursOf(known(id), byId)(dayNumber(day));
  return {
    defaultId,
    clock,
    personCalendar(person, baseId, time) {
      const id = `${person.id} ${baseId} ${time}`;
      if (!byId.has(id)) byId.set(id, personOver(person, known(baseId), { id, time }));
      return id;
    },
    startOf: (id, day) => nextWorkStart(clock(id), dayNumber(day) * 1440),
    finishOf: (id, day) => previousWorkFinish(clock(id), (dayNumber(day) + 1) * 1440),
    heldStartOf: (id, day) =>
      dayNumber(day) * 1440 + (hoursOn(id, day).at(0)?.from ?? usualHours.from),
    heldFinishOf: (id, day) =>
      dayNumber(day) * 1440 + (hoursOn(id, day).at(-1)?.to ?? usualHours.to),
    all: () => [...byId.values()],
  };
}

/** 2020-01-01, from which working time is counted. */
const originDay = 18_262;

/** Years for which a yearly exception is written out. */
const yearlySpan = { from: 2_000, to: 2_060 };

function firmCalendar(calendar: PlanCalendar): WorkCalendar {
  return {
    id: calendar.id,
    name: calendar.name,
    week: calendar.week,
    exceptions: calendar.exceptions.flatMap(engineExceptions),
  };
}

function engineExceptions(exception: PlanException): CalendarException[] {
  const { name, hours } = exception;
  const from = dayNumber(exception.startOn);
  const to = dayNumber(exception.endOn);
  if (!exception.isYearly) return [{ name, hours, from, to }];
  const [month, day] = [exception.startOn.slice(5, 7), exception.startOn.slice(8)];
  const found: CalendarException[] = [];
  for (let year = yearlySpan.from; year <= yearlySpan.to; year += 1) {
    const first = yearlyDay(year, month, day);
    if (first !== null) found.push({ name, hours, from: first, to: first + to - from });
  }
  return found;
}

/** The day of that year; null for the 29th of February of a year without one. */
function yearlyDay(year: number, month: string, day: string): number | null {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === '02' && day === '29' && !leap) return null;
  // A day of the calendar, since it is one in the year of the exception.
  return dayNumber(`${year}-${month}-${day}` as CalendarDate);
}

function personOver(
  person: PlanPerson,
  base: WorkCalendar,
  { id, time }: { readonly id: string; readonly time: PersonTime },
): WorkCalendar {
  const leaves = person.leaves.map(({ startOn, endOn }) => ({
    from: dayNumber(startOn),
    to: dayNumber(endOn),
    hours: [],
  }));
  // The firm's holidays again: a week of one's own would hide those of the base.
  const exceptions = [...leaves, ...(base.exceptions ?? [])];
  if (time === 'leave') return { id, week: base.week, exceptions };
  const week = base.week.map((hours, index) =>
    hours === null ? hours : personHours(person, base, { index, hours, time }),
  );
  return { id, week, exceptions };
}

/** A person's hours on one day of the week. */
function personHours(
  person: PlanPerson,
  base: WorkCalendar,
  day: { readonly index: number; readonly hours: DayHours; readonly time: PersonTime },
): DayHours {
  const { weekMinutes } = person;
  if (day.time === 'days') {
    const isOff = weekMinutes !== null && (weekMinutes[day.index] ?? 0) === 0;
    return isOff ? [] : day.hours;
  }
  const days = base.week.filter((hours) => hours !== null && hours.length > 0).length;
  const evenly = day.hours.length === 0 ? 0 : Math.round(person.weeklyMinutes / Math.max(1, days));
  return firstMinutes(day.hours, weekMinutes ? (weekMinutes[day.index] ?? 0) : evenly);
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

/** The calendar that a task is worked by. */
export function taskCalendarId(
  task: { readonly calendarId: CalendarId | null },
  project: { readonly calendarId: CalendarId | null } | undefined,
  defaultId: string,
): string {
  return task.calendarId ?? project?.calendarId ?? defaultId;
}
