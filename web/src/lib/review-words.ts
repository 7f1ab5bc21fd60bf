import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ReviewCadence } from '@evenkeel/core/strategy/review-cadence';

/** How often a plan is reviewed, in the words of the screens. */
export const cadenceLabels: Record<ReviewCadence, string> = {
  monthly: 'Every month',
  quarterly: 'Every quarter',
  'half-yearly': 'Every half year',
  yearly: 'Every year',
};

/** Choices of a field. */
export const cadenceChoices = (Object.keys(cadenceLabels) as ReviewCadence[]).map(
  // The keys of the record above are the cadences.
  (value) => ({ value, label: cadenceLabels[value] }),
);

/** Whether a review should have been held by today. */
export function isReviewOverdue(nextReviewOn: CalendarDate | null, today: CalendarDate): boolean {
  return nextReviewOn !== null && nextReviewOn < today;
}
