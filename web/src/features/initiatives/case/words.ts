import type { BenefitOutcome, BenefitTiming } from '@evenkeel/core/strategy/benefit';
import type { CostKind, CostPeriod } from '@evenkeel/core/strategy/initiative-cost';
import type { Influence, Stance } from '@evenkeel/core/strategy/stakeholder';
import type { Health } from '../../../ui/marks/health-mark.tsx';

export const timingLabels: Record<BenefitTiming, string> = {
  direct: 'With the initiative',
  later: 'Later',
  indirect: 'Indirect',
};

export const outcomeLabels: Record<BenefitOutcome, string> = {
  open: 'Not checked yet',
  came: 'It came',
  partly: 'Partly',
  missed: 'It did not come',
};

export const outcomeHealth: Record<BenefitOutcome, Health> = {
  open: 'unknown',
  came: 'on-track',
  partly: 'at-risk',
  missed: 'off-track',
};

export const costKindLabels: Record<CostKind, string> = {
  'one-off': 'Once',
  recurring: 'Recurring',
  people: 'People',
};

export const costPeriodLabels: Record<CostPeriod, string> = {
  monthly: 'a month',
  quarterly: 'a quarter',
  yearly: 'a year',
};

export const stanceLabels: Record<Stance, string> = {
  champion: 'Champion',
  supporter: 'Supporter',
  neutral: 'Neutral',
  doubter: 'Doubter',
  opponent: 'Opponent',
};

export const stanceHealth: Record<Stance, Health> = {
  champion: 'on-track',
  supporter: 'on-track',
  neutral: 'unknown',
  doubter: 'at-risk',
  opponent: 'off-track',
};

export const influenceLabels: Record<Influence, string> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** Choices of a field from a record of labels, in its order. */
export function choicesOf<Value extends string>(
  labels: Record<Value, string>,
): { value: Value; label: string }[] {
  // Object.entries widens the keys; they are those of the record.
  return Object.entries(labels).map(([value, label]) => ({
    value: value as Value,
    label: label as string,
  }));
}
