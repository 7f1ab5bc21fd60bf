import type { EffectChange } from '@evenkeel/core/decisions/effects';
import type { DecisionId, Id, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** A write of the change record that may be an effect, with the transaction that it belongs to. */
export type ProjectChange = EffectChange & {
  readonly id: string;
  readonly at: Date;
  /** The transaction's time with every digit, to group by. */
  readonly transaction: string;
  readonly by: string | null;
  readonly decisionId: DecisionId | null;
  readonly decisionTitle: string | null;
};

/** Bounds what is read of the change record at once. */
const most = 20_000;

const changeRows = (scope: Scope) => sql`
  select c.id, c.at, c.at::text as transaction, m.name as by, c.subject, c.subject_id as "subjectId",
    c.action, c.before, c.after, d.id as "decisionId", d.title as "decisionTitle"
  from change c
    left join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
    left join decision_cause k on k.workspace_id = c.workspace_id and k.project_id = c.root_id
      and k.changed_at = c.at
    left join decision d on d.workspace_id = k.workspace_id and d.id = k.decision_id
  where c.workspace_id = ${scope.workspaceId} and c.root = 'project' and c.subject in ('task', 'project')
    and (c.action <> 'update' or c.before ?| array['start_on', 'due_on', 'end_on', 'deleted_at',
      'estimate_minutes', 'price', 'budget'])`;

/** The latest of them on a project, those written with the project itself left out; in their order. */
export async function listChanges(scope: Scope, projectId: ProjectId): Promise<ProjectChange[]> {
  const { rows } = await sql<ProjectChange>`
    select * from (${changeRows(scope)} and c.root_id = ${projectId}
      and c.at > (select min(f.at) from change f where f.workspace_id = ${scope.workspaceId}
        and f.root = 'project' and f.root_id = ${projectId})
      order by c.id desc limit ${most}) latest order by id`.execute(scope.tx);
  return rows;
}

/** Everything that a decision caused, in its order. */
export async function listCaused(scope: Scope, id: DecisionId): Promise<ProjectChange[]> {
  const { rows } = await sql<ProjectChange>`
    ${changeRows(scope)} and d.id = ${id} order by c.id limit ${most}`.execute(scope.tx);
  return rows;
}

/** Puts the transactions of these changes in the place of those that stood for the decision. */
export async function replaceCauses(
  scope: Scope,
  decision: { readonly id: DecisionId; readonly projectId: ProjectId },
  changeIds: readonly string[],
): Promise<void> {
  await scope.tx
    .deleteFrom('decision_cause')
    .where('workspace_id', '=', scope.workspaceId)
    .where('decision_id', '=', decision.id)
    .execute();
  for (const changeId of new Set(changeIds)) {
    await sql`
      insert into decision_cause (workspace_id, id, decision_id, project_id, changed_at)
      select workspace_id, ${newId<Id<'decision-cause'>>()}, ${decision.id}, ${decision.projectId}, at
      from change where workspace_id = ${scope.workspaceId} and id = ${changeId}::bigint
        and root = 'project' and root_id = ${decision.projectId}
      on conflict (workspace_id, project_id, changed_at) do nothing`.execute(scope.tx);
  }
}

/** Names of tasks and projects, those in the trash too. */
export async function listNames(
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from task where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])
    union all
    select id, name from project where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])
    limit 50000`.execute(scope.tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
