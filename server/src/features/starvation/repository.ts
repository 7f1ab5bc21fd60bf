import type { OpenMilestone } from '@evenkeel/core/balance/starvation-outlook';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Id, MemberId, ProjectId } from '@evenkeel/core/id';
import type { Scope } from '../../platform/db/scope.ts';
import { newId } from '../../platform/ids.ts';
import type { StarvationFound } from '../../schema/starvation-tables.ts';

/** Above what a firm of hundreds has; a bound, so that no list is without one. */
const most = 20_000;

/** Milestones of initiatives that lie ahead and are not reached. */
export async function listOpenMilestones(scope: Scope): Promise<OpenMilestone[]> {
  const rows = await scope.tx
    .selectFrom('task')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task.workspace_id')
        .onRef('project.id', '=', 'task.project_id'),
    )
    .where('task.workspace_id', '=', scope.workspaceId)
    .where('task.is_milestone', '=', true)
    .where('task.state', '!=', 'done')
    .where('task.deleted_at', 'is', null)
    .where('task.due_on', '>=', scope.today)
    .where('project.kind', '=', 'initiative')
    .where('project.deleted_at', 'is', null)
    .select(['task.id', 'task.project_id', 'task.name', 'task.due_on'])
    .orderBy('task.due_on')
    .orderBy('task.id')
    .limit(most)
    .execute();
  return rows.flatMap((row) =>
    row.due_on === null
      ? []
      : [{ taskId: row.id, projectId: row.project_id, name: row.name, dueOn: row.due_on }],
  );
}

export type WarningRecord = Awaited<ReturnType<typeof listWarnings>>[number];

/** Warnings that stand, those whose day comes first before the others. */
export async function listWarnings(scope: Scope) {
  const rows = await scope.tx
    .selectFrom('starvation_warning as warning')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'warning.workspace_id')
        .onRef('project.id', '=', 'warning.project_id'),
    )
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'project.workspace_id')
        .onRef('owner.id', '=', 'project.owner_id'),
    )
    .where('warning.workspace_id', '=', scope.workspaceId)
    .where('warning.ended_on', 'is', null)
    .where('project.deleted_at', 'is', null)
    .select(['warning.id', 'warning.project_id', 'warning.since', 'warning.reckoned_on'])
    .select(['warning.found', 'project.name', 'project.owner_id', 'project.project_manager_id'])
    .select('owner.name as owner_name')
    .orderBy('warning.since')
    .orderBy('warning.id')
    .limit(most)
    .execute();
  return rows.toSorted((a, b) => (a.found.target.dueOn < b.found.target.dueOn ? -1 : 1));
}

export async function insertWarning(
  scope: Scope,
  projectId: ProjectId,
  found: StarvationFound,
): Promise<Id<'starvation-warning'>> {
  const id = newId<Id<'starvation-warning'>>();
  await scope.tx
    .insertInto('starvation_warning')
    .values({
      workspace_id: scope.workspaceId,
      id,
      project_id: projectId,
      since: scope.today,
      reckoned_on: scope.today,
      found: JSON.stringify(found),
    })
    .execute();
  return id;
}

/** Reckoned anew: what it says today, or that it is over. */
export async function updateWarning(
  scope: Scope,
  id: Id<'starvation-warning'>,
  columns: { readonly found?: StarvationFound; readonly ended_on?: CalendarDate },
): Promise<void> {
  const { found, ...rest } = columns;
  await scope.tx
    .updateTable('starvation_warning')
    .set({
      ...rest,
      reckoned_on: scope.today,
      ...(found ? { found: JSON.stringify(found) } : {}),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Names of some projects. */
export async function listProjectNames(scope: Scope, ids: readonly ProjectId[]) {
  if (ids.length === 0) return new Map<ProjectId, string>();
  const rows = await scope.tx
    .selectFrom('project')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .limit(most)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Who hears of a starving initiative: its owner, its manager, and whoever may manage the firm. */
export async function listAddressees(scope: Scope, projectId: ProjectId): Promise<MemberId[]> {
  const rows = await scope.tx
    .selectFrom('member')
    .innerJoin('project', 'project.workspace_id', 'member.workspace_id')
    .where('member.workspace_id', '=', scope.workspaceId)
    .where('project.id', '=', projectId)
    .where('member.state', '=', 'active')
    .where('member.role', '!=', 'client')
    .where((of) =>
      of.or([
        of('member.person_id', '=', of.ref('project.owner_id')),
        of('member.person_id', '=', of.ref('project.project_manager_id')),
        of('member.role', 'in', ['owner', 'admin', 'manager']),
      ]),
    )
    .select('member.id')
    .distinct()
    .orderBy('member.id')
    .limit(1_000)
    .execute();
  return rows.map(({ id }) => id);
}
