import type { SurpriseTopic } from '../agreements/agreement.ts';
import { type CalendarDate, dateFromDayNumber, dayNumber } from '../calendar-date.ts';
import { calendarBook, standardCalendarId } from '../projects/schedule-calendars.ts';
import type { SchedulePlan } from '../projects/schedule-plan.ts';
import { hoursOf } from '../schedule/day-hours.ts';
import type { DelayCause } from './plan-difference.ts';

/** Whether the firm works on a day. */
export type IsWorking = (day: CalendarDate) => boolean;

/** Working days that a forecast may slip before the client is sent a notice, where nobody said otherwise. */
export const defaultToleranceDays = 2;

/** Days worked by the firm's own calendar, or by that of a project. */
export function workingDaysOf(
  plan: Pick<SchedulePlan, 'calendars'>,
  calendarId?: string | null,
): IsWorking {
  const book = calendarBook(plan);
  const calendars = new Map(book.all().map((calendar) => [calendar.id, calendar]));
  const calendar = calendars.get(calendarId ?? book.defaultId) ?? calendars.get(standardCalendarId);
  if (!calendar) return () => true;
  const hours = hoursOf(calendar, calendars);
  return (day) => hours(dayNumber(day)).length > 0;
}

/**
 * Working days from one day to another, the first not counted; negative when the second is earlier. The
 * way from a to b and on to c is the way from a to c. O(days between).
 */
export function workingDaysFrom(
  from: CalendarDate,
  to: CalendarDate,
  isWorking: IsWorking,
): number {
  if (to < from) return -workingDaysFrom(to, from, isWorking);
  let count = 0;
  for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1) {
    if (isWorking(dateFromDayNumber(day))) count += 1;
  }
  return count;
}

/** Slip = forecast date − promised date, in working days (glossary). Negative when it comes earlier. */
export function slip(promised: CalendarDate, forecast: CalendarDate, isWorking: IsWorking): number {
  return workingDaysFrom(promised, forecast, isWorking);
}

/** Notice lead time = promised date − date the notice was sent, in working days (glossary). */
export function noticeLeadTime(
  promised: CalendarDate,
  sentOn: CalendarDate,
  isWorking: IsWorking,
): number {
  return workingDaysFrom(sentOn, promised, isWorking);
}

/**
 * Whether a date may move without asking, “unless otherwise agreed” (CL-08): the client agreed that the
 * order of the work is the firm's, and nothing but the order costs days. What only gives days back does
 * not count against it.
 */
export function mayMoveWithoutAsking(
  reasons: readonly { readonly cause: DelayCause; readonly days: number }[],
  agreed: readonly SurpriseTopic[],
): boolean {
  const costly = reasons.filter(({ days }) => days > 0);
  return (
    agreed.includes('order-of-work') &&
    costly.length > 0 &&
    costly.every(({ cause }) => cause === 'replanned')
  );
}

/** What a slip asks for. */
export type SlipConsequence = 'nothing' | 'weekly-status' | 'notice' | 'told-without-asking';

/**
 * What a slip asks for: past the tolerance a notice, which only tells and does not ask where the client
 * agreed that such dates may move (CL-08); what is smaller goes into the weekly status.
 */
export function consequenceOf(found: {
  readonly slipDays: number;
  readonly toleranceDays: number;
  readonly mayMove: boolean;
}): SlipConsequence {
  if (found.slipDays <= 0) return 'nothing';
  if (found.slipDays <= found.toleranceDays) return 'weekly-status';
  return found.mayMove ? 'told-without-asking' : 'notice';
}
