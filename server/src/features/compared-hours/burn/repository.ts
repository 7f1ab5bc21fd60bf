import type { ProjectId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import { optionalInteger } from '../../../platform/db/values.ts';

export type BurnProject = NonNullable<Awaited<ReturnType<typeof findProject>>>;

/** A project with what it may cost and what it was sold for. */
export async function findProject(scope: Scope, id: ProjectId) {
  const row = await scope.tx
    .selectFrom('project')
    .select(['id', 'kind', 'budget', 'price'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    kind: row.kind,
    budgetMinor: optionalInteger(row.budget),
    priceMinor: optionalInteger(row.price),
  };
}
