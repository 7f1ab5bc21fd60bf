import type { WorkCalendar } from './calendar-model.ts';
import { standardCalendar, standardWeek } from './day-hours.ts';
import { instantOf, minuteOf } from './minute.ts';
import type {
  Constraint,
  ConstraintType,
  Lag,
  LinkType,
  ScheduleProject,
  ScheduleTask,
} from './model.ts';
import { schedule } from './schedule.ts';

const day = (text: string) => Math.floor(minuteOf(`${text}T00:00`) / 1440);
const nights: WorkCalendar = {
  id: 'nights',
  week: standardWeek.map((_, index) =>
    index < 5
      ? [
          { from: 0, to: 180 },
          { from: 240, to: 480 },
          { from: 1380, to: 1440 },
        ]
      : [],
  ),
};
const roundTheClock: WorkCalendar = {
  id: '24 hours',
  week: standardWeek.map(() => [{ from: 0, to: 1440 }]),
};
/** The standard days but for Tuesday 2026-03-03. */
export const withHoliday: WorkCalendar = {
  id: 'holiday',
  baseId: 'standard',
  week: [null, null, null, null, null, null, null],
  exceptions: [{ from: day('2026-03-03'), to: day('2026-03-03'), hours: [] }],
};

/** A task of so many working days. */
export function task(id: string, days: number, more: Partial<ScheduleTask> = {}): ScheduleTask {
  return { id, duration: { minutes: days * 480, unit: 'working' }, ...more };
}

/** A link between two tasks; finish to start when no type is given. */
export function link(from: string, to: string, type: LinkType = 'finishToStart', lag?: Lag) {
  return { predecessorId: from, successorId: to, type, ...(lag ? { lag } : {}) };
}

/** A lag of so many days. */
export function days(count: number, unit: 'working' | 'elapsed' = 'working'): Lag {
  return { minutes: count * (unit === 'working' ? 480 : 1440), unit };
}

/** A plan from Monday 2026-03-02 at 08:00 on the standard calendar. */
export function plan(part: Partial<ScheduleProject>): ScheduleProject {
  return {
    start: minuteOf('2026-03-02T08:00'),
    calendars: [standardCalendar('standard'), nights, roundTheClock, withHoliday],
    defaultCalendarId: 'standard',
    tasks: [],
    links: [],
    ...part,
  };
}

/** Start and finish that a task gets in such a plan. */
export function dates(part: Partial<ScheduleProject>, id = 'b'): string {
  const found = schedule(plan(part)).tasks.find((candidate) => candidate.id === id);
  return found ? `${instantOf(found.start)} ${instantOf(found.finish)}` : 'none';
}

/** A constraint on a date, as far as its type has one. */
export function constrained(type: ConstraintType, date: string): Constraint {
  return type === 'asSoonAsPossible' || type === 'asLateAsPossible'
    ? { type }
    : { type, date: minuteOf(date) };
}
