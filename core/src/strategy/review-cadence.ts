import { addMonths, type CalendarDate, dateOf, daysInMonth, monthOf } from '../calendar-date.ts';

/** How often a plan is looked at again (ST-24, ST-25). */
export const reviewCadences = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
export type ReviewCadence = (typeof reviewCadences)[number];

const monthsBetweenReviews: Record<ReviewCadence, number> = {
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
};

/**
 * The day on which a plan is to be reviewed next: so many months after the last review, or after its
 * start when there was none. A day that its month lacks becomes the last of that month. Null when the
 * plan is over by then.
 */
export function nextReviewOn(plan: {
  readonly cadence: ReviewCadence;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly lastReviewedOn: CalendarDate | null;
}): CalendarDate | null {
  const next = monthsLater(
    plan.lastReviewedOn ?? plan.startsOn,
    monthsBetweenReviews[plan.cadence],
  );
  return next > plan.endsOn ? null : next;
}

/** The same day of the month so many months later, or the last of a shorter month. */
export function monthsLater(day: CalendarDate, months: number): CalendarDate {
  const month = addMonths(monthOf(day), months);
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return dateOf(year, number, Math.min(Number(day.slice(8)), daysInMonth(year, number)));
}
