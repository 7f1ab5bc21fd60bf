import type { AmountsView } from '@evenkeel/contract/balance';
import { money } from '@evenkeel/core/money';
import { formatHours } from '../../../ui/format/effort.ts';
import { formatCompactMoney, formatMoney } from '../../../ui/format/money.ts';
import type { Measure } from './view-state.ts';

export const measureLabels: Record<Measure, string> = {
  hours: 'Hours',
  cost: 'Cost',
  value: 'Client value',
};

/** What a measure counts, beside the figure. */
export const measureNotes: Record<Measure, string> = {
  hours: 'Logged hours, and the hours still planned',
  cost: 'Hours × cost rate of the person on the day, else of the role',
  value: 'Billable client hours × bill rate; initiatives have none',
};

/** The number that a measure takes from an amount: minutes, or minor units. */
export function amountIn(measure: Measure, amounts: AmountsView): number {
  switch (measure) {
    case 'hours':
      return amounts.minutes;
    case 'cost':
      return amounts.costMinor ?? 0;
    case 'value':
      return amounts.billMinor ?? 0;
  }
}

/** An amount in words: `1,240 h`, `€12,400`; `short` for axes and cells. */
export function formatAmount(
  measure: Measure,
  amount: number,
  { currency, short = false }: { currency: string; short?: boolean },
): string {
  if (measure === 'hours') return formatHours(amount);
  const value = money(amount, currency);
  return short ? formatCompactMoney(value) : formatMoney(value);
}
