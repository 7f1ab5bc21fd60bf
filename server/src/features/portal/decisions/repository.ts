import type { DecisionId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

export type ShownDecision = Awaited<ReturnType<typeof listDecisions>>[number];

/** Those to acknowledge first, the latest of each first. */
export function listDecisions(scope: PortalScope, projectId: ProjectId) {
  return decisionRows(scope)
    .where('project_id', '=', projectId)
    .orderBy(sql`acknowledged_at is null`, 'desc')
    .orderBy('decided_on', 'desc')
    .orderBy('number', 'desc')
    .limit(1_000)
    .execute();
}

export function findDecision(scope: PortalScope, projectId: ProjectId, id: DecisionId) {
  return decisionRows(scope)
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirst();
}

function decisionRows(scope: PortalScope) {
  return scope.tx
    .selectFrom('decision')
    .select(['id', 'number', 'title', 'rationale', 'options', 'decided_on', 'decided_by'])
    .select(['acknowledged_at'])
    .select(sql<string | null>`portal_member_name(acknowledged_by)`.as('acknowledged_by'));
}
