import type { MeasuredMixView } from '@evenkeel/contract/mix';
import { money } from '@evenkeel/core/money';
import { formatHours } from '../../ui/format/effort.ts';
import { formatMoney } from '../../ui/format/money.ts';
import { formatCount } from '../../ui/format/number.ts';

/** What each measure is called. */
export const measureWords: Record<MeasuredMixView['measure'], string> = {
  hours: 'By hours',
  money: 'By cost',
  people: 'By heads',
};

/** Where a share stands to its target. */
export const verdictWords: Record<NonNullable<MeasuredMixView['verdict']>, string> = {
  'on-target': 'on target',
  'too-client-heavy': 'too client-heavy',
  'too-strategic': 'too strategic',
  'no-work': 'no work',
};

/** An amount of a measure: hours, money or people. */
export function amountWords(
  measure: MeasuredMixView['measure'],
  amount: number,
  currency: string,
): string {
  if (measure === 'hours') return formatHours(amount);
  if (measure === 'money') return wholeMoney(amount, currency);
  return formatCount(amount, { one: 'person', many: 'people' });
}

/** An amount without its cents: figures to compare, not to book. */
export function wholeMoney(minor: number, currency: string): string {
  return formatMoney(money(Math.round(minor / 100) * 100, currency));
}
