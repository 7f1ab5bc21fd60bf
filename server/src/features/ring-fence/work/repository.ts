import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { AllocationId, ProjectId } from '@evenkeel/core/id';
import { committedStates } from '@evenkeel/core/projects/state';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** Above what a firm of hundreds plans in some years; a bound, so that no list is without one. */
const most = 200_000;

export type ClientAllocation = Awaited<ReturnType<typeof listClientAllocations>>[number];

/** Confirmed allocations to running client projects on some days: what can take of the reserve. */
export function listClientAllocations(
  scope: Scope,
  days: { readonly from: CalendarDate; readonly to: CalendarDate },
  but: readonly AllocationId[],
) {
  return scope.tx
    .selectFrom('allocation')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'allocation.workspace_id')
        .onRef('project.id', '=', 'allocation.project_id'),
    )
    .where('allocation.workspace_id', '=', scope.workspaceId)
    .where('allocation.deleted_at', 'is', null)
    .where('project.deleted_at', 'is', null)
    .where('project.kind', '=', 'client')
    .where('project.state', 'in', committedStates)
    .where('allocation.certainty', '=', 'confirmed')
    .where('allocation.end_on', '>=', days.from)
    .where('allocation.start_on', '<=', days.to)
    .where('allocation.id', '!=', sql<AllocationId>`all(${[...but]}::uuid[])`)
    .select(['allocation.id', 'allocation.project_id', 'allocation.person_id'])
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'allocation.workspace_id')
        .onRef('person.id', '=', 'allocation.person_id'),
    )
    .leftJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'allocation.workspace_id')
        .onRef('role.id', '=', 'allocation.role_id'),
    )
    .select(['project.name as project_name', 'person.name as person_name'])
    .select('role.name as role_name')
    .select(['allocation.role_id', 'allocation.start_on', 'allocation.end_on'])
    .select(['allocation.minutes_per_day', 'allocation.share_basis_points'])
    .orderBy('allocation.id')
    .limit(most)
    .execute();
}

/** Which of some projects are client projects whose work the firm means to do. */
export async function findClientProjects(
  scope: Scope,
  ids: readonly ProjectId[],
): Promise<ReadonlySet<ProjectId>> {
  const rows = await scope.tx
    .selectFrom('project')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', sql<ProjectId>`any(${[...ids]}::uuid[])`)
    .where('kind', '=', 'client')
    .where('state', 'in', committedStates)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .limit(ids.length + 1)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The last day on which confirmed client work is planned; null when there is none. */
export async function lastClientDay(scope: Scope): Promise<CalendarDate | null> {
  const { rows } = await sql<{ last: CalendarDate | null }>`
    select max(allocation.end_on) as last from allocation
    join project on project.workspace_id = allocation.workspace_id and project.id = allocation.project_id
    where allocation.workspace_id = ${scope.workspaceId} and allocation.deleted_at is null
      and project.deleted_at is null and project.kind = 'client' and allocation.certainty = 'confirmed'
  `.execute(scope.tx);
  return rows[0]?.last ?? null;
}
