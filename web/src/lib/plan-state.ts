import type { PlanState } from '@evenkeel/core/strategy/plan';

/** The states of a strategic plan in the words of the screens. */
export const planStateLabels: Record<PlanState, string> = {
  draft: 'Draft',
  approved: 'Approved',
  closed: 'Closed',
};

/** The shape that stands for each, as `ui/marks/progress-glyph` draws it. */
export const planStateShapes = {
  draft: 'dashed',
  approved: 'half',
  closed: 'done',
} as const satisfies Record<PlanState, string>;
