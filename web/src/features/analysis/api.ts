import { analysisBoards, insights } from '@evenkeel/contract/analysis';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { AnalysisBoardId, GoalId, InsightId, ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

/** Tables that boards and insights are put together from. */
const subjects = [
  'analysis_board',
  'insight',
  'insight_link',
  'goal',
  'project',
  'person',
  'strategic_plan',
];

/** Boards in use, or those put away. */
export function useBoards(isArchived = false) {
  const query = { limit: 500, isArchived: isArchived ? ('true' as const) : ('false' as const) };
  return useApi(analysisBoards.list, { query }, { subjects });
}

export function useBoard(id: AnalysisBoardId) {
  return useApi(analysisBoards.get, { params: { id } }, { subjects });
}

/** Insights that led to a goal or an initiative. */
export function useInsightsFor(led: { goalId: GoalId } | { initiativeId: ProjectId }) {
  return useApi(insights.list, { query: { ...led, limit: 200 } }, { subjects });
}

/** One insight by its id, in a list of one. */
export function useInsight(id: InsightId) {
  return useApi(insights.list, { query: { ids: id, limit: 1 } }, { subjects });
}

/** The latest insights, whichever board they stand on. */
export function useLatestInsights() {
  return useApi(insights.list, { query: { limit: 200 } }, { subjects });
}

/** Any of the calls that write boards and insights. */
export function useAnalysisWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: [...subjects, 'change'] });
}
