import type { Id, PersonId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** The plan of a client project's reports; who answers is its project manager, then its owner, unless named. */
export function findPlanRow(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('project')
    .leftJoin('report_plan as plan', (join) =>
      join
        .onRef('plan.workspace_id', '=', 'project.workspace_id')
        .onRef('plan.project_id', '=', 'project.id'),
    )
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'project.workspace_id')
        .on(
          'person.id',
          '=',
          sql<PersonId>`coalesce(plan.person_id, project.project_manager_id, project.owner_id)`,
        ),
    )
    .where('project.workspace_id', '=', scope.workspaceId)
    .where('project.id', '=', projectId)
    .where('project.deleted_at', 'is', null)
    .select(['plan.id as plan_id', 'plan.weekday', 'project.kind'])
    .select(['person.id as person_id', 'person.name as person_name'])
    .executeTakeFirst();
}

export async function writePlan(
  scope: Scope,
  projectId: ProjectId,
  columns: { readonly weekday: number | null; readonly person_id: PersonId | null },
): Promise<void> {
  await scope.tx
    .insertInto('report_plan')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'report-plan'>>(),
      project_id: projectId,
      ...columns,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'project_id']).doUpdateSet(columns))
    .execute();
}
