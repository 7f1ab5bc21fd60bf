import type { TacticView } from '@evenkeel/contract/tactical-plans';
import type { QuotaPeriod } from '@evenkeel/core/strategy/tactic';

export const periodLabels: Record<QuotaPeriod, string> = {
  daily: 'a day',
  weekly: 'a week',
  monthly: 'a month',
  quarterly: 'a quarter',
};

/** What stands now and before, in the words of the period: `today`, `yesterday`. */
export const periodNames: Record<QuotaPeriod, { readonly now: string; readonly before: string }> = {
  daily: { now: 'today', before: 'the day before' },
  weekly: { now: 'this week', before: 'last week' },
  monthly: { now: 'this month', before: 'last month' },
  quarterly: { now: 'this quarter', before: 'last quarter' },
};

/** `5 a week each`; null when it is done once. */
export function quotaInWords(tactic: Pick<TacticView, 'quota' | 'period'>): string | null {
  if (tactic.quota === null || tactic.period === null) return null;
  return `${tactic.quota} ${periodLabels[tactic.period]} each`;
}
