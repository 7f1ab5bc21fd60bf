import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { history } from '@evenkeel/contract/history';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';

/** Tables whose rows are named in a history, each with the columns of other tables that point to it. */
export const namedBy = {
  account: ['account_id', 'parent_id'],
  contact: ['contact_id', 'stated_by_contact_id'],
  product: ['product_id'],
  pipeline: ['pipeline_id'],
  person: ['owner_id', 'project_manager_id', 'person_id', 'manager_id', 'stated_by', 'author_id'],
  stage: ['stage_id'],
  team: ['team_id'],
  role: ['role_id'],
  skill: ['skill_id'],
  template: ['template_id'],
  deal: ['deal_id'],
  strategic_plan: ['plan_id'],
  goal: ['goal_id'],
  objective: ['objective_id'],
  kpi: ['kpi_id'],
  tactical_plan: ['tactical_plan_id'],
  tactic: ['tactic_id'],
  project: ['project_id'],
  phase: ['phase_id'],
  task: ['task_id'],
  tag: ['tag_id'],
  custom_value: [],
  benefit: [],
  cost_item: [],
  stakeholder: [],
  assumption: [],
  member: ['approved_by', 'decided_by', 'confirmed_by', 'invited_by', 'member_id', 'entered_by'],
  ranking_criterion: ['criterion_id'],
  action: [],
  analysis_board: ['board_id'],
  insight: ['insight_id'],
  scenario: [],
} as const;

export type NamedTable = keyof typeof namedBy;

export function listChanges(scope: Scope, request: QueryOf<typeof history.list>) {
  let query = scope.tx
    .selectFrom('change')
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'change.workspace_id')
        .onRef('member.id', '=', 'change.member_id'),
    )
    .where('change.workspace_id', '=', scope.workspaceId)
    .where('change.root', '=', request.root)
    .where('change.root_id', '=', request.rootId);
  if (request.before !== undefined) query = query.where('change.id', '<', request.before);
  return query
    .select([
      'change.id',
      'change.at',
      'change.source',
      'change.subject',
      'change.subject_id',
      'change.action',
      'change.before',
      'change.after',
      'change.member_id',
      'member.name as member_name',
    ])
    .orderBy('change.id', 'desc')
    .limit(request.limit + 1)
    .execute();
}

/** Names of rows by id, in one query for each table that is asked for. */
export async function namesOf(
  scope: Scope,
  wanted: ReadonlyMap<NamedTable, ReadonlySet<string>>,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const [table, ids] of wanted) {
    if (ids.size === 0) continue;
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from ${sql.table(table)} where id = any(${[...ids]}::uuid[])`.execute(
      scope.tx,
    );
    for (const row of rows) names.set(row.id, row.name);
  }
  return names;
}
