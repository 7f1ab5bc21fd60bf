import { goalMatrix } from '@evenkeel/contract/goal-matrix';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['goal_link', 'goal', 'project', 'strategic_plan', 'kpi', 'kpi_actual'];

/** Live work against goals. */
export function useGoalMatrix(kinds: 'initiative' | 'all') {
  return useApi(goalMatrix.get, { query: { kinds } }, { subjects, keepPrevious: true });
}

/** The goals that one project serves or hurts. */
export function useProjectGoals(projectId: ProjectId) {
  return useApi(goalMatrix.ofProject, { params: { projectId } }, { subjects });
}

export function useSetStrength() {
  return useApiWrite(goalMatrix.set, { subjects });
}
