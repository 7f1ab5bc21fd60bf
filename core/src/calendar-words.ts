import { type CalendarDate, weekday } from './calendar-date.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * A day as the firm's own letters say it, in English, without its year.
 * @example dayAndMonth(calendarDate('2026-05-12')) // 'Tue 12 May'
 */
export function dayAndMonth(day: CalendarDate): string {
  const name = weekdays[weekday(day) - 1] ?? '';
  return `${name} ${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1] ?? ''}`;
}
