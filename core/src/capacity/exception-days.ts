import { type CalendarDate, dayNumber } from '../calendar-date.ts';
import type { PlanException } from '../projects/schedule-plan.ts';
import type { Days } from './person-capacity.ts';

/** Years for which an exception of every year is written out. */
const yearlySpan = { from: 2_000, to: 2_060 };

/** The days of an exception; one of every year from 2000 to 2060. */
export function exceptionDays({ startOn, endOn, isYearly }: PlanException): Days[] {
  const from = dayNumber(startOn);
  const to = dayNumber(endOn);
  if (!isYearly) return [{ from, to }];
  const [month, day] = [startOn.slice(5, 7), startOn.slice(8)];
  const found: Days[] = [];
  for (let year = yearlySpan.from; year <= yearlySpan.to; year += 1) {
    const first = yearlyDay(year, month, day);
    if (first !== null) found.push({ from: first, to: first + to - from });
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
