import type { PersonId, ProjectId } from '@evenkeel/core/id';
import type { Scope } from '../../platform/db/scope.ts';

/** More than one clash ever has; a bound, so that no list is without one. */
const most = 500;

/** Who manages some projects, and who leads a person. */
export async function listManagers(
  scope: Scope,
  of: { readonly personId: PersonId; readonly projectIds: readonly ProjectId[] },
): Promise<PersonId[]> {
  const person = await scope.tx
    .selectFrom('person')
    .select('manager_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', of.personId)
    .executeTakeFirst();
  const projects =
    of.projectIds.length === 0
      ? []
      : await scope.tx
          .selectFrom('project')
          .select(['project_manager_id', 'owner_id'])
          .where('workspace_id', '=', scope.workspaceId)
          .where('id', 'in', [...of.projectIds])
          .limit(most)
          .execute();
  const managers = projects.map((row) => row.project_manager_id ?? row.owner_id);
  return [person?.manager_id ?? null, ...managers].filter((id) => id !== null);
}
