import type { Scope } from '../../../platform/db/scope.ts';

/** What is switched off in the workspace, and what the actor has folded away. */
export function findSidebar(scope: Scope) {
  return scope.tx
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.id', 'member.workspace_id')
    .select(['workspace.modules_off', 'member.folded_groups'])
    .where('member.workspace_id', '=', scope.workspaceId)
    .where('member.id', '=', scope.actor.memberId)
    .executeTakeFirstOrThrow();
}

export async function setFolded(scope: Scope, folded: readonly string[]): Promise<void> {
  await scope.tx
    .updateTable('member')
    .set({ folded_groups: [...folded] })
    .where('id', '=', scope.actor.memberId)
    .execute();
}
