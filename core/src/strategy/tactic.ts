import { addDays, type CalendarDate } from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';
import { periodEnd } from './kpi-calendar.ts';

/** In which a quota is to be met by each person (ST-31). */
export const quotaPeriods = ['daily', 'weekly', 'monthly', 'quarterly'] as const;
export type QuotaPeriod = (typeof quotaPeriods)[number];

/** So many times, by one person, on a day. */
export type TacticCount = {
  readonly personId: string;
  readonly on: CalendarDate;
  readonly count: number;
};

/** What one person did of a quota in the period of a day, and in the one before. */
export type QuotaStanding = {
  readonly personId: string;
  readonly done: number;
  readonly doneBefore: number;
  readonly quota: number;
  readonly isMet: boolean;
};

/** First and last day of the period in which a day lies. */
export function quotaPeriodOf(
  period: QuotaPeriod,
  day: CalendarDate,
): { readonly from: CalendarDate; readonly to: CalendarDate } {
  if (period === 'daily') return { from: day, to: day };
  const to = periodEnd(period, day);
  let from = day;
  // A period is at most 92 days long.
  while (periodEnd(period, addDays(from, -1)) === to) from = addDays(from, -1);
  return { from, to };
}

/** How each of some people stands against the quota on a day; counts of others are left out. */
export function quotaStandings(
  tactic: {
    readonly quota: number;
    readonly period: QuotaPeriod;
    readonly personIds: readonly string[];
    readonly counts: readonly TacticCount[];
  },
  today: CalendarDate,
): readonly QuotaStanding[] {
  const now = quotaPeriodOf(tactic.period, today);
  const before = quotaPeriodOf(tactic.period, addDays(now.from, -1));
  return tactic.personIds.map((personId) => {
    const own = tactic.counts.filter((count) => count.personId === personId);
    const within = ({ from, to }: { from: CalendarDate; to: CalendarDate }) =>
      sumOf(
        own.filter(({ on }) => on >= from && on <= to),
        ({ count }) => count,
      );
    const done = within(now);
    return {
      personId,
      done,
      doneBefore: within(before),
      quota: tactic.quota,
      isMet: done >= tactic.quota,
    };
  });
}
