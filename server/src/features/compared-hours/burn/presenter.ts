import type { BurnView } from '@evenkeel/contract/compared-hours';
import type { BurnFound } from './service.ts';

export function presentBurn({ today, currency, kind, figures, waiting }: BurnFound): BurnView {
  return { today, currency, kind, ...figures, months: [...figures.months], waiting };
}
