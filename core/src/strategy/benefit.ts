import type { CalendarDate } from '../calendar-date.ts';

/** A benefit comes as money, or as something else that can be observed (ST-05). */
export const benefitNatures = ['money', 'other'] as const;
export type BenefitNature = (typeof benefitNatures)[number];

/** When and how a benefit comes: with the initiative, some time later, or by way of something else. */
export const benefitTimings = ['direct', 'later', 'indirect'] as const;
export type BenefitTiming = (typeof benefitTimings)[number];

/** Whether an amount comes once or every year. */
export const benefitPeriods = ['once', 'yearly'] as const;
export type BenefitPeriod = (typeof benefitPeriods)[number];

/** What the check found afterwards. */
export const benefitOutcomes = ['open', 'came', 'partly', 'missed'] as const;
export type BenefitOutcome = (typeof benefitOutcomes)[number];

/**
 * Whether somebody should look now if the benefit came: its day has passed and nobody has said.
 * @example isCheckDue({ dueOn: calendarDate('2026-01-31'), outcome: 'open' }, calendarDate('2026-02-01')) // true
 */
export function isCheckDue(
  benefit: { readonly dueOn: CalendarDate | null; readonly outcome: BenefitOutcome },
  today: CalendarDate,
): boolean {
  return benefit.outcome === 'open' && benefit.dueOn !== null && benefit.dueOn < today;
}

/** Expected money of some benefits in minor units: what comes once, and what comes every year. */
export function expectedMoney(
  benefits: Iterable<{ readonly amount: number | null; readonly period: BenefitPeriod }>,
): { readonly once: number; readonly yearly: number } {
  let once = 0;
  let yearly = 0;
  for (const { amount, period } of benefits) {
    if (period === 'once') once += amount ?? 0;
    else yearly += amount ?? 0;
  }
  return { once, yearly };
}
