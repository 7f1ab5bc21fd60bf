import type { CustomerMetricView } from '@evenkeel/contract/milestones';
import { formatDate } from '../../ui/format/date.ts';
import { formatNumber } from '../../ui/format/number.ts';

/** A value with its unit; a percent sign stands close, words apart. */
export function valueText(value: number, unit: string): string {
  if (unit === '') return formatNumber(value);
  return unit === '%' ? `${formatNumber(value)}%` : `${formatNumber(value)} ${unit}`;
}

/** Where a metric was, is and is to be, in one line: `4.2% to 1.8%, target 1.5%, measured 3 May 2027`. */
export function metricText(metric: CustomerMetricView): string {
  const { unit, baseline, target, measured, measuredOn } = metric;
  const way = [baseline, measured].filter((value) => value !== null);
  const parts = [
    way.map((value) => valueText(value, unit)).join(' to '),
    target === null ? '' : `target ${valueText(target, unit)}`,
    measuredOn === null ? 'not measured yet' : `measured ${formatDate(measuredOn)}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
