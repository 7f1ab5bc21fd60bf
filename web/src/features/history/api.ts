import type { QueryInputOf } from '@evenkeel/contract/endpoint';
import { history } from '@evenkeel/contract/history';
import { useApi } from '../../lib/queries.ts';

/** A record that has a history of its own. */
export type HistoryRoot = QueryInputOf<typeof history.list>['root'];

/** Tables whose rows hang on a record and stand in its history. */
const parts = [
  'deal_demand',
  'deal_line',
  'scope_line',
  'quote',
  'quote_line',
  'contract',
  'deal_stakeholder',
  'deal_competitor',
  'deal_customer_goal',
  'deal_customer_initiative',
  'hand_off',
  'task',
  'phase',
  'allocation',
  'assignment',
  'goal_link',
  'origin',
  'person_rate',
  'person_term',
  'leave',
  'time_entry',
  'timer',
  'comment',
  'objective',
  'kpi_actual',
  'plan_duty',
  'tactic',
  'tactic_person',
  'tactic_count',
  'kpi_interim_target',
  'file',
  'benefit',
  'cost_item',
  'stakeholder',
  'initiative_score',
  'action',
  'insight',
  'link',
  'tagging',
  'custom_value',
  'record_merge',
  'assumption',
];

/** The latest changes of a record and of what hangs on it. */
export function useHistory(root: HistoryRoot, rootId: string, limit: number) {
  return useApi(
    history.list,
    { query: { root, rootId, limit } },
    { subjects: [root, ...parts], keepPrevious: true },
  );
}
