import type { PlanState } from '@evenkeel/core/strategy/plan';
import type { ProgressShape } from '../../ui/marks/progress-glyph.tsx';

export const planStateLabels: Record<PlanState, string> = {
  draft: 'Draft',
  approved: 'Approved',
  closed: 'Closed',
};

export const planStateShapes: Record<PlanState, ProgressShape> = {
  draft: 'dashed',
  approved: 'half',
  closed: 'done',
};
