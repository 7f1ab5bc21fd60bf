import type { GoalMatrixView, MatrixCell } from '@evenkeel/contract/goal-matrix';
import type { GoalId, ProjectId } from '@evenkeel/core/id';

/** A cell by its row and column. */
export type Place = { readonly row: number; readonly column: number };

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where an arrow leads from a cell, within the matrix; null for any other key. */
export function nextPlace(
  key: string,
  from: Place,
  size: { readonly rows: number; readonly columns: number },
): Place | null {
  const step = steps[key];
  if (!step) return null;
  const within = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);
  return {
    row: within(from.row + step[0], size.rows),
    column: within(from.column + step[1], size.columns),
  };
}

/** What a key makes of a strength: `+` and `-` one step, Delete none; undefined for any other key. */
export function strengthAfter(key: string, strength: number | null): number | null | undefined {
  if (key === '+' || key === '=') return Math.min((strength ?? 0) + 1, 2);
  if (key === '-') return Math.max((strength ?? 0) - 1, -2);
  if (key === 'Delete' || key === 'Backspace') return null;
  return undefined;
}

/** Strengths by project and goal. */
export function cellKey(projectId: ProjectId, goalId: GoalId): string {
  return `${projectId} ${goalId}`;
}

export function cellsByKey(cells: readonly MatrixCell[]): ReadonlyMap<string, number> {
  return new Map(cells.map((cell) => [cellKey(cell.projectId, cell.goalId), cell.strength]));
}

/** `2 goals without an initiative, 1 initiative without a goal`; null when nobody stands alone. */
export function aloneInWords(
  matrix: Pick<GoalMatrixView, 'goalsWithoutInitiative' | 'initiativesWithoutGoal'>,
): string | null {
  const [goals, initiatives] = [
    matrix.goalsWithoutInitiative.length,
    matrix.initiativesWithoutGoal.length,
  ];
  const parts = [
    goals === 0 ? null : `${goals} ${goals === 1 ? 'goal' : 'goals'} without an initiative`,
    initiatives === 0
      ? null
      : `${initiatives} ${initiatives === 1 ? 'initiative' : 'initiatives'} without a goal`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
