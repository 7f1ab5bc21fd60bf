import type { HealthStatementId, ProjectId } from '@evenkeel/core/id';
import type { Health } from '@evenkeel/core/projects/health';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export type StatementRecord = Awaited<ReturnType<typeof listStatements>>[number];

/** What was said of a project, the latest first. */
export function listStatements(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('health_statement')
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'health_statement.workspace_id')
        .onRef('person.id', '=', 'health_statement.person_id'),
    )
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'health_statement.workspace_id')
        .onRef('member.id', '=', 'health_statement.member_id'),
    )
    .where('health_statement.workspace_id', '=', scope.workspaceId)
    .where('health_statement.project_id', '=', projectId)
    .select(['health_statement.id', 'health_statement.health', 'health_statement.note'])
    .select('health_statement.created_at')
    .select(sql<string | null>`coalesce(person.name, member.name)`.as('said_by'))
    .orderBy('health_statement.created_at', 'desc')
    .orderBy('health_statement.id', 'desc')
    .limit(200)
    .execute();
}

/** The latest word on each of some projects; none of those nobody has spoken of. */
export function listLatest(scope: Scope, ids: readonly ProjectId[]) {
  return scope.tx
    .selectFrom('health_statement')
    .distinctOn('project_id')
    .select(['project_id', 'health', 'note', 'created_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where(sql<boolean>`project_id = any(${[...ids]}::uuid[])`)
    .orderBy('project_id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** The projects whose latest word is one of these. */
export async function projectsSaidToBe(
  scope: Scope,
  wanted: readonly Health[],
): Promise<ProjectId[]> {
  const { rows } = await sql<{ project_id: ProjectId }>`
    select project_id from (
      select distinct on (project_id) project_id, health from health_statement
      where workspace_id = ${scope.workspaceId}
      order by project_id, created_at desc, id desc) latest
    where health = any(${[...wanted]}::text[])`.execute(scope.tx);
  return rows.map((row) => row.project_id);
}

export async function insertStatement(
  scope: Scope,
  said: { readonly projectId: ProjectId; readonly health: Health; readonly note: string },
): Promise<void> {
  await scope.tx
    .insertInto('health_statement')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<HealthStatementId>(),
      project_id: said.projectId,
      health: said.health,
      note: said.note,
      person_id: scope.actor.personId,
      member_id: scope.actor.memberId,
    })
    .execute();
}
