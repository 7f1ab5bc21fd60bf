import { strategyBoard } from '@evenkeel/contract/strategy-board';
import { useApi } from '../../lib/queries.ts';

const subjects = [
  'analysis_board',
  'insight',
  'insight_link',
  'strategic_plan',
  'tactical_plan',
  'tactic',
  'goal',
  'goal_link',
  'project',
  'kpi',
  'kpi_actual',
];

/** The four quarters of the strategy. */
export function useStrategyBoard() {
  return useApi(strategyBoard.get, {}, { subjects });
}
