import type { SatisfactionReport, SatisfactionView } from '@evenkeel/contract/satisfaction';
import { type CalendarDate, calendarDate } from '@evenkeel/core/calendar-date';
import type { Instant } from '@evenkeel/core/instant';
import { formatNumber } from '../../ui/format/number.ts';

export type Quarter = SatisfactionReport['quarters'][number];

/** The day of an instant, as the server counts quarters: close enough to open the rows of one. */
export function dayOfInstant(at: Instant): CalendarDate {
  return calendarDate(at.slice(0, 10));
}

/** A mean in hundredths as people write it: `4.3`. */
export function meanText(mean: number): string {
  return formatNumber(Math.round(mean / 10) / 10);
}

/** `2026-Q4` as `Q4 2026`. */
export function quarterName({ quarter }: Pick<Quarter, 'quarter'>): string {
  const [year = '', name = ''] = quarter.split('-');
  return `${name} ${year}`;
}

/** The answers behind the figures: of one quarter, or all. */
export function answersOf(
  rows: readonly SatisfactionView[],
  quarter: Quarter | null,
): readonly SatisfactionView[] {
  return rows.filter(({ answeredAt }) => {
    if (answeredAt === null) return false;
    const day = dayOfInstant(answeredAt);
    return quarter === null || (day >= quarter.from && day <= quarter.to);
  });
}
