import type { KpiDirection, KpiPerspective, KpiStanding } from '@evenkeel/core/strategy/kpi';
import type { KpiFrequency } from '@evenkeel/core/strategy/kpi-calendar';

/** Standings in the words of the screens. */
export const standingLabels: Record<KpiStanding, string> = {
  reached: 'Reached',
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  unknown: 'Not measured',
};

/** The judgement that a standing shows by shape and colour. */
export const standingHealth = {
  reached: 'on-track',
  'on-track': 'on-track',
  'at-risk': 'at-risk',
  'off-track': 'off-track',
  unknown: 'unknown',
} as const satisfies Record<KpiStanding, string>;

export const perspectiveLabels: Record<KpiPerspective, string> = {
  financial: 'Financial',
  customer: 'Customer',
  'internal-process': 'Internal process',
  'learning-and-growth': 'Learning and growth',
};

/** What each perspective of the scorecard asks. */
export const perspectiveQuestions: Record<KpiPerspective, string> = {
  financial: 'How do we look to owners?',
  customer: 'How do clients see us?',
  'internal-process': 'What must we do well?',
  'learning-and-growth': 'Can we keep getting better?',
};

export const directionLabels: Record<KpiDirection, string> = {
  up: 'More is better',
  down: 'Less is better',
};

export const frequencyLabels: Record<KpiFrequency, string> = {
  weekly: 'Every week',
  monthly: 'Every month',
  quarterly: 'Every quarter',
  yearly: 'Every year',
};
