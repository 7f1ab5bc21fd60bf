import { wins } from '@evenkeel/contract/wins';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi } from '../../lib/queries.ts';

/** The latest small wins: of one initiative over a year, or of all over two months. */
export function useWins(initiativeId?: ProjectId) {
  const query = initiativeId ? { initiativeId, days: 400, limit: 6 } : { limit: 8 };
  const subjects = ['task', 'assignment', 'kpi_actual', 'goal_link', 'project'];
  return useApi(wins.list, { query }, { subjects });
}
