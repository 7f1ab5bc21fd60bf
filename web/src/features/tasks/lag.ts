import type { DependencyView } from '@evenkeel/contract/dependencies';
import { lagDayMinutes } from '@evenkeel/core/projects/dependency';
import type { LagUnit } from '@evenkeel/core/projects/schedule-plan';
import { formatCount, formatNumber } from '../../ui/format/number.ts';

/** A lag as people write it: days, or per cent of how long the predecessor takes. */
export type LagValues = { lag: number | null; lagUnit: LagUnit | null };

const clockDayMinutes = 1_440;

export const lagChoices: readonly { readonly value: LagUnit; readonly label: string }[] = [
  { value: 'working', label: 'working days' },
  { value: 'elapsed', label: 'days of the calendar' },
  { value: 'percent', label: '% of its duration' },
  { value: 'elapsed-percent', label: '% of its duration, round the clock' },
];

type Lag = Pick<DependencyView, 'lagMinutes' | 'lagUnit' | 'lagPercent'>;

export function lagValues({ lagMinutes, lagUnit, lagPercent }: Lag): LagValues {
  if (lagUnit === 'working') return { lag: lagMinutes / lagDayMinutes, lagUnit };
  if (lagUnit === 'elapsed') return { lag: lagMinutes / clockDayMinutes, lagUnit };
  return { lag: lagPercent, lagUnit };
}

/** A lag as the API takes it. */
export function lagOf({ lag, lagUnit }: LagValues): Lag {
  const value = lag ?? 0;
  const unit = lagUnit ?? 'working';
  if (unit === 'working' || unit === 'elapsed') {
    const minutes = unit === 'working' ? lagDayMinutes : clockDayMinutes;
    return { lagMinutes: Math.round(value * minutes), lagUnit: unit, lagPercent: 0 };
  }
  return { lagMinutes: 0, lagUnit: unit, lagPercent: Math.round(value) };
}

/** “+2 days”, “−1 day of the calendar”, “+50 % of its duration”; nothing without a lag. */
export function lagWords(row: Lag): string {
  const { lag, lagUnit } = lagValues(row);
  if (!lag) return '';
  const sign = lag > 0 ? '+' : '−';
  const size = Math.abs(lag);
  if (lagUnit === 'working') return sign + formatCount(size, { one: 'day', many: 'days' });
  if (lagUnit === 'elapsed') {
    return `${sign}${formatCount(size, { one: 'day', many: 'days' })} of the calendar`;
  }
  return `${sign}${formatNumber(size)} % of its duration`;
}
