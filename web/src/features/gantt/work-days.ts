import type { SchedulePlanView } from '@evenkeel/contract/schedules';
import { dateFromDayNumber } from '@evenkeel/core/calendar-date';
import { calendarBook } from '@evenkeel/core/projects/schedule-calendars';
import { dayMinutes, type WorkingHours } from '../../ui/gantt/gantt-scale.ts';

/** When the firm works: which days, and from when to when on a day. */
export type WorkDays = {
  readonly isWorking: (day: number) => boolean;
  readonly hours: WorkingHours;
};

/** The working times of the firm's own calendar, with its holidays. */
export function workDaysOf(plan: SchedulePlanView): WorkDays {
  const book = calendarBook(plan);
  const known = new Map<number, boolean>();
  const own = plan.calendars.find(({ id }) => id === book.defaultId);
  const shifts = own?.week.flat() ?? [];
  return {
    isWorking: (day) => {
      const found = known.get(day);
      if (found !== undefined) return found;
      const start = book.startOf(book.defaultId, dateFromDayNumber(day));
      const isWorked = start < (day + 1) * dayMinutes;
      known.set(day, isWorked);
      return isWorked;
    },
    hours:
      shifts.length === 0
        ? { from: 480, to: 1020 }
        : {
            from: Math.min(...shifts.map(({ from }) => from)),
            to: Math.max(...shifts.map(({ to }) => to)),
          },
  };
}
