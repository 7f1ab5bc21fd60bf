import { type LeadState, leadStateLabels } from '@evenkeel/core/leads/qualification';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';

/** The shape that stands for each state. */
export const leadStateShapes = {
  new: 'ring',
  working: 'half',
  qualified: 'done',
  disqualified: 'cancelled',
} as const;

/** Where a lead stands, by shape and word. */
export function LeadStateMark({ state }: { readonly state: LeadState }) {
  return <StageMark label={leadStateLabels[state]} shape={leadStateShapes[state]} />;
}
