import type { ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

const most = 2_000;

export type PortalQuestionRecord = Awaited<ReturnType<typeof listQuestions>>[number];

/** The questions that the client of a project sees: what waits for an answer first, then the latest. */
export function listQuestions(scope: PortalScope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('question')
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .select(['id', 'question', 'answer', 'state', 'created_at', 'published_at'])
    .select(sql<string | null>`portal_member_name(asked_by)`.as('asker_name'))
    .select(sql<string | null>`portal_member_name(published_by)`.as('answerer_name'))
    .orderBy('published_at', (order) => order.desc().nullsFirst())
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}
