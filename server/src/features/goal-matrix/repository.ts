import type { GoalId, Id, ProjectId } from '@evenkeel/core/id';
import type { Scope } from '../../platform/db/scope.ts';
import { newId } from '../../platform/ids.ts';

const most = 5_000;

/** Work that counts: neither shelved nor rejected nor in the trash. */
export function liveProjects(scope: Scope, kinds: readonly ('client' | 'initiative')[]) {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'number', 'name', 'kind', 'state'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('kind', 'in', kinds)
    .where('state', 'not in', ['shelved', 'rejected'])
    .where('deleted_at', 'is', null)
    .orderBy('kind', 'desc')
    .orderBy('number')
    .limit(most)
    .execute();
}

/** One project of either kind that is not in the trash. */
export function findProject(scope: Scope, id: ProjectId) {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'kind'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** Links to goals that are not in the trash; of one project, or all. */
export function listLinks(scope: Scope, projectId?: ProjectId) {
  let query = scope.tx
    .selectFrom('goal_link')
    .innerJoin('goal', (join) =>
      join
        .onRef('goal.workspace_id', '=', 'goal_link.workspace_id')
        .onRef('goal.id', '=', 'goal_link.goal_id'),
    )
    .select(['goal_link.project_id', 'goal_link.goal_id', 'goal.name', 'goal_link.strength'])
    .where('goal_link.workspace_id', '=', scope.workspaceId)
    .where('goal.deleted_at', 'is', null);
  if (projectId) query = query.where('goal_link.project_id', '=', projectId);
  return query.orderBy('goal_link.strength', 'desc').orderBy('goal.number').limit(most).execute();
}

/** Whether a goal stands there. */
export async function hasGoal(scope: Scope, id: GoalId): Promise<boolean> {
  const found = await scope.tx
    .selectFrom('goal')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  return found !== undefined;
}

/** Writes one link, or takes it off. */
export async function putLink(
  scope: Scope,
  link: {
    readonly projectId: ProjectId;
    readonly goalId: GoalId;
    readonly strength: number | null;
  },
): Promise<void> {
  const { projectId, goalId, strength } = link;
  if (strength === null) {
    await scope.tx
      .deleteFrom('goal_link')
      .where('project_id', '=', projectId)
      .where('goal_id', '=', goalId)
      .execute();
    return;
  }
  await scope.tx
    .insertInto('goal_link')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'goal-link'>>(),
      project_id: projectId,
      goal_id: goalId,
      strength,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'project_id', 'goal_id']).doUpdateSet({ strength }),
    )
    .execute();
}
