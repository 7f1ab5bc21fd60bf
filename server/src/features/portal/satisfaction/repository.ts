import type { ProjectId, SatisfactionId } from '@evenkeel/core/id';
import type { PortalScope } from '../../../platform/db/scope.ts';

const most = 500;

export type PortalSatisfactionRecord = Awaited<ReturnType<typeof listQuestions>>[number];

/** What the reader was asked on a project: what waits first, then the latest answers. */
export function listQuestions(scope: PortalScope, projectId: ProjectId) {
  return questionRows(scope)
    .where('project_id', '=', projectId)
    .orderBy('answered_at', (order) => order.desc().nullsFirst())
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

export function findQuestion(scope: PortalScope, id: SatisfactionId) {
  return questionRows(scope).where('id', '=', id).executeTakeFirst();
}

function questionRows(scope: PortalScope) {
  return scope.tx
    .selectFrom('satisfaction')
    .where('workspace_id', '=', scope.workspaceId)
    .select(['id', 'project_id', 'occasion', 'milestone_name', 'asked_at', 'expires_at'])
    .select(['score', 'comment', 'answered_at']);
}
