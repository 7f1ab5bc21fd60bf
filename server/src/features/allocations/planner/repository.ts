import { isOpenState } from '@evenkeel/core/capacity/allocation';
import type { ProjectId } from '@evenkeel/core/id';
import { projectStates } from '@evenkeel/core/projects/state';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** A bound, so that no list is without one. */
const most = 20_000;

export type PlannerProject = Awaited<ReturnType<typeof listProjects>>[number];

/** Projects that people can be allocated to, and those that are named. */
export function listProjects(scope: Scope, named: readonly ProjectId[]) {
  return scope.tx
    .selectFrom('project')
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'project.workspace_id')
        .onRef('account.id', '=', 'project.account_id'),
    )
    .select(['project.id', 'project.number', 'project.name', 'project.kind', 'project.state'])
    .select(['project.start_on', 'project.end_on', 'project.priority'])
    .select(['project.account_id', 'account.name as account_name'])
    .where('project.workspace_id', '=', scope.workspaceId)
    .where('project.deleted_at', 'is', null)
    .where((of) =>
      of.or([
        of('project.state', 'in', projectStates.filter(isOpenState)),
        of('project.id', '=', sql<ProjectId>`any(${[...named]}::uuid[])`),
      ]),
    )
    .orderBy(sql`project.name collate "und-x-icu"`)
    .orderBy('project.id')
    .limit(most)
    .execute();
}
