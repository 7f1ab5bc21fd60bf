import { type CalendarDate, dayNumber } from '../calendar-date.ts';
import { exceptionDays } from '../capacity/exception-days.ts';
import type { CalendarId } from '../id.ts';
import type { CalendarException, WorkCalendar } from '../schedule/calendar-model.ts';
import { hoursOf, standardWeek } from '../schedule/day-hours.ts';
import {
  elapsedClock,
  nextWorkStart,
  previousWorkFinish,
  type WorkClock,
  workClock,
} from '../schedule/work-clock.ts';
import { type PersonTime, personOver, usualHours } from './person-calendar.ts';
import type { PlanCalendar, PlanException, PlanPerson, SchedulePlan } from './schedule-plan.ts';

export type { PersonTime } from './person-calendar.ts';

/** Id of the calendar that holds where a firm has none of its own: Monday to Friday, eight hours. */
export const standardCalendarId = 'standard';

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
      if (!byId.has(id)) {
        const own = person.calendarId === null ? null : known(person.calendarId);
        // Where nobody has chosen the calendar of the work, people work by their own.
        const base = own !== null && baseId === defaultId ? own : known(baseId);
        byId.set(id, personOver(person, { base, own }, { id, time }));
      }
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
  return exceptionDays(exception).map((days) => ({ name, hours, ...days }));
}

/** The calendar that a task is worked by. */
export function taskCalendarId(
  task: { readonly calendarId: CalendarId | null },
  project: { readonly calendarId: CalendarId | null } | undefined,
  defaultId: string,
): string {
  return task.calendarId ?? project?.calendarId ?? defaultId;
}
