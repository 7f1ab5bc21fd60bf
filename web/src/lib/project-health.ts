import type { LatestHealth } from '@evenkeel/contract/project-people';
import { type Health, healths } from '@evenkeel/core/projects/health';

/** Judgements of a project in the words of the screens. */
export const healthLabels: Record<Health, string> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
};

type Judged = { readonly health: LatestHealth | null };

/** What a list of projects can be narrowed by: how each was last said to stand. */
export const healthFilter = {
  id: 'health',
  label: 'Health',
  kind: 'choice' as const,
  choices: [
    ...healths.map((value) => ({ value: value as string, label: healthLabels[value] })),
    { value: 'none', label: 'Nobody has said' },
  ],
  value: ({ health }: Judged) => health?.health ?? 'none',
};

/** The column of that, but for how it is drawn: the worst first. */
export const healthColumn = {
  id: 'health',
  label: 'Health',
  width: 104,
  value: ({ health }: Judged) => health && healthLabels[health.health],
  sortValue: ({ health }: Judged) =>
    health === null ? healths.length : healths.toReversed().indexOf(health.health),
};
