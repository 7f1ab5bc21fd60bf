import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import type { AnsoffField, InitiativeCategory } from '@evenkeel/core/projects/initiative-category';
import type { ProjectState } from '@evenkeel/core/projects/state';
import type { InitiativeCriterion, WorkClass } from '@evenkeel/core/strategy/initiative-test';
import type { Health } from '../../ui/marks/health-mark.tsx';

/** The step that is taken next as a rule, with the word on its button. */
export const usualStep: Partial<Record<ProjectState, { to: ProjectState; label: string }>> = {
  considered: { to: 'proposed', label: 'Propose' },
  proposed: { to: 'approved', label: 'Approve' },
  approved: { to: 'executing', label: 'Start' },
  executing: { to: 'completed', label: 'Complete' },
};

export const classLabels: Record<WorkClass, string> = {
  initiative: 'Initiative',
  'goal-candidate': 'Goal candidate',
};

/** What a criterion asks for, in a word or two. */
export const criterionWords: Record<InitiativeCriterion, string> = {
  defined: 'scope',
  organisation: 'team',
  leadership: 'leader or manager',
  budget: 'budget',
  'time-frame': 'dates',
};

/** What an initiative does for the firm (ST-04), with what each means. */
export const categoryLabels: Record<InitiativeCategory, string> = {
  improve: 'Improve',
  grow: 'Grow',
  transform: 'Transform',
  prepare: 'Prepare',
};

export const categoryMeanings: Record<InitiativeCategory, string> = {
  improve: 'Do what we do better.',
  grow: 'Do more of it, or reach new markets.',
  transform: 'Do something different.',
  prepare: 'Be ready for what may come.',
};

/** The three horizons, the nearest first. */
export const horizonLabels: readonly string[] = [
  '1, today’s business',
  '2, the next business',
  '3, what may come',
];

export const ansoffLabels: Record<AnsoffField, string> = {
  penetration: 'Market penetration',
  product: 'Offering development',
  market: 'Market development',
  diversification: 'Diversification',
};

/** The goals it serves: those it helps. */
export function servedGoals(row: Pick<InitiativeRow, 'goals'>): InitiativeRow['goals'] {
  return row.goals.filter((goal) => goal.strength > 0);
}

type Hours = Pick<InitiativeRow, 'promisedMinutes' | 'loggedMinutes'>;

/** Whether it got the hours it was promised so far; more than a tenth missing is too little. */
export function hoursHealth({ promisedMinutes, loggedMinutes }: Hours): Health | null {
  if (promisedMinutes === null || promisedMinutes === 0) return null;
  return loggedMinutes < promisedMinutes * 0.9 ? 'off-track' : 'on-track';
}

/** Share of the promised hours that were given, in basis points; null where none was promised. */
export function givenShare({ promisedMinutes, loggedMinutes }: Hours): number | null {
  if (promisedMinutes === null || promisedMinutes === 0) return null;
  return Math.round((loggedMinutes / promisedMinutes) * 10_000);
}
