import type { HeadlineKpi } from '@evenkeel/contract/goals';
import type { GoalDriver } from '@evenkeel/core/strategy/goal';
import { formatMeasured } from '../../ui/format/measured.ts';

/** Drivers in the words of the screens (ST-18), with what each means. */
export const driverLabels: Record<GoalDriver, string> = {
  growth: 'Growth',
  differentiation: 'Differentiation',
  risk: 'Risk',
};

export const driverMeanings: Record<GoalDriver, string> = {
  growth: 'Become larger: more clients, more revenue, more people.',
  differentiation: 'Become better or different than others.',
  risk: 'Become safer: less of what could go wrong.',
};

/** `from 100 to 150 clients`; what is not known yet is left out. */
export function targetInWords(
  kpi: Pick<HeadlineKpi, 'baseline' | 'target' | 'unit'> | null,
  locale?: string,
): string | null {
  if (kpi === null || kpi.target === null) return null;
  const target = formatMeasured(kpi.target, kpi.unit, locale);
  if (kpi.baseline === null) return `to ${target}`;
  return `from ${formatMeasured(kpi.baseline, '', locale)} to ${target}`;
}
