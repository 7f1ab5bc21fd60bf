import type { GoalRow } from '@evenkeel/contract/goals';
import type { GoalDriver, GoalStanding } from '@evenkeel/core/strategy/goal';
import { numberFormatter, readerLocale } from '../../ui/format/locale.ts';
import type { Health } from '../../ui/marks/health-mark.tsx';

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

export const standingLabels: Record<GoalStanding, string> = {
  reached: 'Reached',
  'on-pace': 'On pace',
  behind: 'Behind pace',
  'far-behind': 'Far behind',
  unknown: 'Not measured',
};

export const standingHealth: Record<GoalStanding, Health> = {
  reached: 'on-track',
  'on-pace': 'on-track',
  behind: 'at-risk',
  'far-behind': 'off-track',
  unknown: 'unknown',
};

/** A measured value with its unit: `112.5 clients`, `8%`. */
export function formatMeasured(
  value: number,
  unit: string,
  locale: string = readerLocale(),
): string {
  const number = numberFormatter(locale, { maximumFractionDigits: 2 }).format(value);
  if (unit === '') return number;
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}

/** `from 100 to 150 clients`; what is not known yet is left out. */
export function targetInWords(
  goal: Pick<GoalRow, 'baseline' | 'target' | 'unit'>,
  locale?: string,
): string | null {
  if (goal.target === null) return null;
  const target = formatMeasured(goal.target, goal.unit, locale);
  if (goal.baseline === null) return `to ${target}`;
  return `from ${formatMeasured(goal.baseline, '', locale)} to ${target}`;
}

/** What the pace asks for from here: `needs 4.2 clients more each month`; null when nothing is left to say. */
export function paceInWords(goal: Pick<GoalRow, 'pace' | 'unit'>, locale?: string): string | null {
  const { neededPerMonth } = goal.pace;
  if (neededPerMonth === null) return null;
  const size = formatMeasured(roughly(Math.abs(neededPerMonth)), goal.unit, locale);
  return `needs ${size} ${neededPerMonth < 0 ? 'less' : 'more'} each month`;
}

/** Two significant digits: a pace is an estimate. */
function roughly(value: number): number {
  return Number(value.toPrecision(2));
}

/** A field's name with the unit it is written in: `Target (clients)`. */
export function withUnit(label: string, unit: string): string {
  return unit === '' ? label : `${label} (${unit})`;
}
