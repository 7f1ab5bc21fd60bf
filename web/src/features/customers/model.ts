import type { CustomerGoalView, customerGoals } from '@evenkeel/contract/customers';
import type { OutputOf } from '@evenkeel/contract/endpoint';
import type { CustomerGoalId } from '@evenkeel/core/id';
import type { GoalDriver } from '@evenkeel/core/strategy/goal';
import { formatMeasured } from '../../ui/format/measured.ts';

export type Aims = OutputOf<typeof customerGoals.aims>;
export type AimsGoal = Aims['goals'][number];

/** What drives a customer's goal, in the words of the screens. */
export const driverLabels: Readonly<Record<GoalDriver, string>> = {
  growth: 'Growth',
  differentiation: 'Differentiation',
  risk: 'Risk',
};

export const promptWords = {
  'no-work': 'Nothing of ours serves it yet',
  'work-ended': 'Our work has ended, the goal is still open',
} as const;

/** `from 74 to 45 min, now 61`; what is not known is left out. */
export function measureInWords(
  goal: Pick<CustomerGoalView, 'baseline' | 'target' | 'actual' | 'unit'>,
): string {
  const { baseline, target, actual, unit } = goal;
  const from =
    baseline === null ? '' : `from ${formatMeasured(baseline, target === null ? unit : '')}`;
  const to = target === null ? '' : `to ${formatMeasured(target, unit)}`;
  const now = actual === null ? '' : `now ${formatMeasured(actual, '')}`;
  return [[from, to].filter(Boolean).join(' '), now].filter(Boolean).join(', ');
}

/** A goal and how deep it stands on the ladder: those at the top first, each followed by what serves it. */
export function inLadder(
  goals: readonly AimsGoal[],
): readonly { readonly goal: AimsGoal; readonly depth: number }[] {
  const ids = new Set(goals.map(({ id }) => id));
  const below = (
    parent: CustomerGoalId | null,
    depth: number,
  ): { goal: AimsGoal; depth: number }[] =>
    goals
      .filter(({ serves }) => (serves && ids.has(serves.id) ? serves.id : null) === parent)
      .flatMap((goal) => [{ goal, depth }, ...below(goal.id, depth + 1)]);
  return below(null, 0);
}
