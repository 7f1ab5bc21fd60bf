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

/** A plan as far as its reviews go; a tactical plan has the state of its strategic plan. */
export type ReviewedPlan = {
  readonly state: 'draft' | 'approved' | 'closed';
  readonly review_cadence: ReviewCadence;
  readonly starts_on: CalendarDate;
  readonly ends_on: CalendarDate;
  readonly last_reviewed_on: CalendarDate | null;
};

/** As `nextReviewOn`, for a plan as it is kept; a closed one is reviewed no more. */
export function planReviewOn(plan: ReviewedPlan): CalendarDate | null {
  if (plan.state === 'closed') return null;
  return nextReviewOn({
    cadence: plan.review_cadence,
    startsOn: plan.starts_on,
    endsOn: plan.ends_on,
    lastReviewedOn: plan.last_reviewed_on,
  });
}

/** As `planReviewOn`, for a tactical plan: its own dates hold, or else those of its strategic plan. */
export function tacticalReviewOn(
  plan: Pick<ReviewedPlan, 'review_cadence' | 'last_reviewed_on'> & {
    readonly starts_on: CalendarDate | null;
    readonly ends_on: CalendarDate | null;
    readonly plan_state: ReviewedPlan['state'];
    readonly plan_starts_on: CalendarDate;
    readonly plan_ends_on: CalendarDate;
  },
): CalendarDate | null {
  return planReviewOn({
    ...plan,
    state: plan.plan_state,
    starts_on: plan.starts_on ?? plan.plan_starts_on,
    ends_on: plan.ends_on ?? plan.plan_ends_on,
  });
}

/** The same day of the month so many months later, or the last of a shorter month. */
export function monthsLater(day: CalendarDate, months: number): CalendarDate {
  const month = addMonths(monthOf(day), months);
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return dateOf(year, number, Math.min(Number(day.slice(8)), daysInMonth(year, number)));
}
