import type { HandOffId, ProjectId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';

/** Hand-offs that became client projects, with the day on which they did. */
export async function listAccepted(
  scope: Scope,
): Promise<{ readonly id: HandOffId; readonly projectId: ProjectId; readonly at: Date }[]> {
  const rows = await scope.tx
    .selectFrom('hand_off')
    .select(['id', 'project_id', 'decided_at', 'proposed_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('state', '=', 'accepted')
    .orderBy('proposed_at')
    .orderBy('id')
    .limit(1_000)
    .execute();
  return rows.flatMap(({ id, project_id: projectId, decided_at, proposed_at }) =>
    projectId === null ? [] : { id, projectId, at: decided_at ?? proposed_at },
  );
}
