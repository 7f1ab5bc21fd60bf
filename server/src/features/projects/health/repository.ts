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
