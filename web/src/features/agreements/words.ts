import type { AgreedCadence, SurpriseTopic } from '@evenkeel/core/agreements/agreement';

export const topicLabels: Readonly<Record<SurpriseTopic, string>> = {
  'small-delays': 'Small delays within the agreed days',
  'order-of-work': 'The order of the work',
  'team-changes': 'Changes in the team',
  'cost-within-budget': 'Shifts of cost within the budget',
  'minor-risks': 'Minor risks that we deal with ourselves',
};

export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** When both sides speak, in one line: `At least every 7 days, Tuesday 10:00. Call`. */
export function cadenceText({ everyDays, weekday, time, how }: AgreedCadence): string {
  const day = weekday === null ? '' : (weekdays[weekday - 1] ?? '');
  const slot = [day, time ?? ''].filter(Boolean).join(' ');
  const every = everyDays === 1 ? 'Every day' : `At least every ${everyDays} days`;
  return [[every, slot].filter(Boolean).join(', '), how].filter(Boolean).join('. ');
}
