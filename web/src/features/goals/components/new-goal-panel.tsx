import type { GoalView } from '@evenkeel/contract/goals';
import { GoalForm } from './goal-form.tsx';

type NewGoalPanelProps = {
  /** What it is most likely called. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onCreated: (goal: GoalView) => void;
};

/** The dialog for a new goal, for features that lead to one. */
export function NewGoalPanel(props: NewGoalPanelProps) {
  return <GoalForm {...props} />;
}
