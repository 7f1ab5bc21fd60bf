import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  earlier,
  monthOf,
} from '../../../calendar-date.ts';
import type { PlanCalendar, PlanException } from '../../../projects/schedule-plan.ts';
import type { FirmWork } from './firm-work.ts';

/** Years ahead for which holidays of every year are written out. */
const yearsAhead = 5;

/** The days on which a firm works, by its standard calendar; without one, Monday to Friday. */
export function firmDays(
  calendars: readonly PlanCalendar[],
  today: CalendarDate,
): Pick<FirmWork, 'weekdays' | 'holidays'> {
  const standard = calendars.find((calendar) => calendar.isDefault);
  const week = standard?.week.map((hours) => hours.length > 0) ?? [];
  const weekdays = week.some((works) => works)
    ? week
    : [true, true, true, true, true, false, false];
  const closed = (standard?.exceptions ?? []).filter(({ hours }) => hours.length === 0);
  const last = addDays(today, yearsAhead * 366);
  const holidays = closed
    .flatMap((exception) => spansOf(exception, last))
    .flatMap(({ from, to }) => daysOf(from, earlier(to, last)))
    .filter((day) => day >= today);
  return { weekdays, holidays };
}

function spansOf({ startOn, endOn, isYearly }: PlanException, last: CalendarDate) {
  const spans = [{ from: startOn, to: endOn }];
  if (!isYearly) return spans;
  for (let from = nextYear(startOn), to = nextYear(endOn); from <= last; ) {
    spans.push({ from, to });
    from = nextYear(from);
    to = nextYear(to);
  }
  return spans;
}

/** The same day a year on; the 29th of February becomes the 28th. */
function nextYear(day: CalendarDate): CalendarDate {
  const text = day.slice(7);
  const month = addMonths(monthOf(day), 12);
  return calendarDate(`${month}${text === '-29' && month.endsWith('-02') ? '-28' : text}`);
}

function daysOf(from: CalendarDate, to: CalendarDate): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
