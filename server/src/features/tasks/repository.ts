import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { taskChange, tasks } from '@evenkeel/contract/tasks';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import type { PlanSplit } from '@evenkeel/core/projects/schedule-splits';
import { committedStates } from '@evenkeel/core/projects/state';
import { positionStep, taskStates } from '@evenkeel/core/projects/task';
import { sql } from 'kysely';
import type { z } from 'zod';
import { columnsOf } from '../../platform/db/columns.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { integer } from '../../platform/db/values.ts';

const sortKeys: Record<string, SortKey> = {
  position: { by: sql.ref('task.position'), type: 'numeric' },
  dueOn: { by: sql.ref('task.due_on'), type: 'date' },
  startOn: { by: sql.ref('task.start_on'), type: 'date' },
  number: { by: sql.ref('task.number'), type: 'int' },
  name: { by: sql.ref('task.name'), type: 'text' },
  project: { by: sql.ref('project.name'), type: 'text' },
  state: { by: sql`array_position(${[...taskStates]}::text[], task.state)`, type: 'int' },
};

export type TaskRecord = Awaited<ReturnType<typeof findTask>> & object;
export type ListedTask = Awaited<ReturnType<typeof listTasks>>['rows'][number];
export type TaskFilter = Omit<QueryOf<typeof tasks.list>, 'personId'> & {
  personId?: readonly PersonId[] | undefined;
};
export type TaskColumns = Omit<Partial<z.infer<typeof taskChange>>, 'splits'> & {
  typedDueOn?: CalendarDate | null;
  splits?: readonly PlanSplit[] | undefined;
};

export function listTasks(scope: Scope, request: TaskFilter) {
  let query = taskRows(scope)
    .where('task.deleted_at', 'is', null)
    .where('project.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('task.id', 'in', request.ids as TaskId[]);
  if (request.search) query = query.where(containing(['task.name'], request.search));
  if (request.projectId) query = query.where('task.project_id', 'in', request.projectId);
  if (request.kind) query = query.where('project.kind', '=', request.kind);
  if (request.roleId) query = query.where('task.role_id', 'in', request.roleId);
  if (request.isMilestone)
    query = query.where('task.is_milestone', '=', request.isMilestone === 'true');
  if (request.parentId) query = query.where('task.parent_id', 'in', request.parentId);
  if (request.state) query = query.where('task.state', 'in', request.state);
  if (request.dueFrom) query = query.where('task.due_on', '>=', request.dueFrom);
  if (request.dueTo) query = query.where('task.due_on', '<=', request.dueTo);
  if (request.projects === 'committed') query = query.where('project.state', 'in', committedStates);
  const { personId } = request;
  if (personId) {
    query = query.where('task.id', 'in', (assigned) =>
      assigned
        .selectFrom('assignment')
        .select('assignment.task_id')
        .where('assignment.workspace_id', '=', scope.workspaceId)
        .where('assignment.person_id', '=', sql<PersonId>`any(${[...personId]}::uuid[])`),
    );
  }
  return readPage(query, request, sortKeys, sql<string>`task.id`);
}

/** One task, also from the trash. */
export function findTask(scope: Scope, id: TaskId) {
  return taskRows(scope)
    .select(['task.notes', 'task.acceptance', 'task.created_at', 'task.deleted_at'])
    .where('task.id', '=', id)
    .executeTakeFirst();
}

/** Those of the tasks that are not in the trash, in plan order. */
export function findTasks(scope: Scope, ids: readonly TaskId[]) {
  return taskRows(scope)
    .where('task.id', '=', sql<TaskId>`any(${[...ids]}::uuid[])`)
    .where('task.deleted_at', 'is', null)
    .orderBy('task.position')
    .orderBy('task.id')
    .limit(ids.length)
    .execute();
}

/** The people on each of the tasks, by name. */
export function listAssignees(scope: Scope, ids: readonly TaskId[]) {
  return scope.tx
    .selectFrom('assignment')
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'assignment.workspace_id')
        .onRef('person.id', '=', 'assignment.person_id'),
    )
    .where('assignment.workspace_id', '=', scope.workspaceId)
    .where('assignment.task_id', '=', sql<TaskId>`any(${[...ids]}::uuid[])`)
    .select(['assignment.task_id', 'assignment.units', 'person.id', 'person.name'])
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(ids.length * 50)
    .execute();
}

/** Minutes logged on each of the tasks that has any. */
export async function sumLogged(
  scope: Scope,
  ids: readonly TaskId[],
): Promise<Map<TaskId, number>> {
  const rows = await scope.tx
    .selectFrom('time_entry')
    .where('workspace_id', '=', scope.workspaceId)
    .where('task_id', '=', sql<TaskId>`any(${[...ids]}::uuid[])`)
    .where('deleted_at', 'is', null)
    .groupBy('task_id')
    .select(['task_id', sql<string>`sum(minutes)`.as('minutes')])
    .limit(ids.length)
    .execute();
  return new Map(
    rows.flatMap(({ task_id: id, minutes }) => (id === null ? [] : [[id, integer(minutes)]])),
  );
}

/** A project that is not in the trash. */
export async function hasProject(scope: Scope, id: ProjectId): Promise<boolean> {
  const found = await scope.tx
    .selectFrom('project')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** The position after the last task of a project. */
export async function nextPosition(scope: Scope, projectId: ProjectId): Promise<number> {
  const { last } = await scope.tx
    .selectFrom('task')
    .select(sql<number | null>`max(position)`.as('last'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + positionStep;
}

export async function updateTask(
  scope: Scope,
  id: TaskId,
  version: number,
  change: TaskColumns,
): Promise<void> {
  await updateRecord(scope, 'task', { id, version }, writtenColumns(change));
}

/** Changes on many tasks; those that get the same are written together. */
export async function updateTasks(
  scope: Scope,
  changes: readonly { readonly id: TaskId; readonly columns: TaskColumns }[],
): Promise<void> {
  const alike = groupedBy(changes, ({ columns }) => JSON.stringify(writtenColumns(columns)));
  for (const [, group] of alike) {
    const columns = writtenColumns(group[0]?.columns ?? {});
    const ids = group.map(({ id }) => id);
    await scope.tx
      .updateTable('task')
      .set((fields) => ({ name: fields.ref('name'), ...columns }))
      .where('id', '=', sql<TaskId>`any(${ids}::uuid[])`)
      .execute();
  }
}

/** Columns as the driver takes them: a list would become an array of the database, not JSON. */
function writtenColumns({ splits, ...change }: TaskColumns) {
  return {
    ...columnsOf(change),
    ...(splits === undefined ? {} : { splits: JSON.stringify(splits) }),
  };
}

function taskRows(scope: Scope) {
  return scope.tx
    .selectFrom('task')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task.workspace_id')
        .onRef('project.id', '=', 'task.project_id'),
    )
    .leftJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'task.workspace_id')
        .onRef('role.id', '=', 'task.role_id'),
    )
    .where('task.workspace_id', '=', scope.workspaceId)
    .select([
      'task.id',
      'task.number',
      'task.version',
      'task.project_id',
      'project.name as project_name',
      'project.kind as project_kind',
      'task.phase_id',
      'task.name',
      'task.position',
      'task.state',
      'task.role_id',
      'role.name as role_name',
      'task.estimate_minutes',
      'task.start_on',
      'task.due_on',
      'task.done_on',
      'task.is_milestone',
      'task.is_client_visible',
      'task.side',
      'task.parent_id',
      'task.recurrence_id',
    ])
    .select(['task.scheduling', 'task.constraint_type', 'task.constraint_on', 'task.typed_due_on'])
    .select(['task.constraint_minute', 'task.splits'])
    .select(['task.duration_minutes', 'task.task_type', 'task.is_effort_driven'])
    .select(['task.deadline_on', 'task.percent_complete', 'task.actual_start_on'])
    .select(['task.calendar_id', 'task.schedule_priority'])
    .select(['task.optimistic_minutes', 'task.pessimistic_minutes']);
}
