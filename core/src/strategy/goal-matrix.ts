import { sumOf } from '../grouping.ts';

/** From strongly hurts to strongly helps (ST-40); 0 is looked at and found to do neither. */
export const linkStrengths = [-2, -1, 0, 1, 2] as const;
export type LinkStrength = (typeof linkStrengths)[number];

/** How much a project helps or hurts a goal. */
export type MatrixLink = {
  readonly projectId: string;
  readonly goalId: string;
  readonly strength: number;
};

/** What the cells of a row or a column come to. */
export type MatrixTotal = {
  readonly sum: number;
  readonly helps: number;
  readonly hurts: number;
};

/** Whether an initiative counts: it is neither shelved nor rejected. */
export function isLiveInitiative(state: string): boolean {
  return state !== 'shelved' && state !== 'rejected';
}

/** What some cells come to: their sum, and how many help and hurt. */
export function matrixTotal(links: readonly MatrixLink[]): MatrixTotal {
  return {
    sum: sumOf(links, ({ strength }) => strength),
    helps: links.filter(({ strength }) => strength > 0).length,
    hurts: links.filter(({ strength }) => strength < 0).length,
  };
}

/**
 * The goals that no project helps and the projects that help no goal. To hurt a goal, or to leave it
 * as it is, serves nobody.
 */
export function unserved(matrix: {
  readonly projectIds: readonly string[];
  readonly goalIds: readonly string[];
  readonly links: readonly MatrixLink[];
}): { readonly goalIds: readonly string[]; readonly projectIds: readonly string[] } {
  const helping = matrix.links.filter(({ strength }) => strength > 0);
  const goals = new Set(helping.map(({ goalId }) => goalId));
  const projects = new Set(helping.map(({ projectId }) => projectId));
  return {
    goalIds: matrix.goalIds.filter((id) => !goals.has(id)),
    projectIds: matrix.projectIds.filter((id) => !projects.has(id)),
  };
}
