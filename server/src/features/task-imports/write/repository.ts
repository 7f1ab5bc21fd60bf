import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PhaseId, ProjectId, TaskId } from '@evenkeel/core/id';
import type { TaskColumns } from '@evenkeel/core/imports/task-plan-columns';
import { positionStep } from '@evenkeel/core/projects/task';
import { sql } from 'kysely';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** A task that is here, as a file says it. */
export type ChangedTask = {
  readonly id: TaskId;
  readonly columns: TaskColumns;
  readonly phaseId: PhaseId | null;
  readonly parentId: TaskId | null;
};

/** Columns of a task's row by what a file says; what is left to the schedule is left out. */
export function rowOf(scope: Scope, columns: TaskColumns) {
  const { doneOn, startOn, dueOn, durationMinutes } = columns;
  return {
    scheduling: columns.scheduling,
    constraint_type: columns.constraintType,
    constraint_on: columns.constraintOn,
    typed_due_on: columns.typedDueOn,
    duration_minutes: durationMinutes ?? null,
    splits: columns.splits,
    constraint_minute: columns.constraintMinute,
    task_type: columns.taskType,
    is_effort_driven: columns.isEffortDriven,
    deadline_on: columns.deadlineOn,
    percent_complete: columns.percentComplete,
    actual_start_on: columns.actualStartOn,
    schedule_priority: columns.schedulePriority,
    start_on: startOn ?? null,
    due_on: dueOn ?? null,
    done_on: columns.state === 'done' ? (doneOn ?? doneDay(scope, columns)) : null,
  };
}

/** When a task was done that the file only calls done: on its due day, unless that is to come. */
function doneDay(scope: Scope, { dueOn }: TaskColumns): CalendarDate {
  return dueOn != null && dueOn < scope.today ? dueOn : scope.today;
}

/** Writes what a file says over tasks that are here, in a few statements. */
export async function updateTasks(scope: Scope, tasks: readonly ChangedTask[]): Promise<void> {
  if (tasks.length === 0) return;
  const rows = tasks.map(({ id, columns, phaseId, parentId }) => ({
    id,
    ...rowOf(scope, columns),
    name: columns.name,
    notes: columns.notes,
    estimate_minutes: columns.estimateMinutes,
    is_milestone: columns.isMilestone,
    state: columns.state,
    phase_id: phaseId,
    parent_id: parentId,
  }));
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'id');
  const sets = names.map((name) => sql`${sql.ref(name)} = ${sql.ref(`r.${name}`)}`);
  for (let start = 0; start < rows.length; start += 2_000) {
    const part = JSON.stringify(rows.slice(start, start + 2_000));
    await sql`
      update task as t set ${sql.join(sets)}
      from jsonb_populate_recordset(null::task, ${part}::jsonb) as r
      where t.workspace_id = ${scope.workspaceId} and t.id = r.id`.execute(scope.tx);
  }
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

/** What a new project takes over from the file. */
export async function setProjectPlan(
  scope: Scope,
  id: ProjectId,
  plan: {
    readonly scheduleFrom: 'start' | 'finish';
    readonly honoursConstraints: boolean;
    readonly statusOn: string | null;
  },
): Promise<void> {
  await sql`
    update project set schedule_from = ${plan.scheduleFrom}, status_on = ${plan.statusOn}::date,
      honours_constraints = ${plan.honoursConstraints}
    where workspace_id = ${scope.workspaceId} and id = ${id}`.execute(scope.tx);
}

export type NewAssignment = {
  readonly taskId: TaskId;
  readonly personId: string;
  readonly units: number;
};

/** Puts people on tasks; who is on one already stays as they are. */
export async function insertAssignments(
  scope: Scope,
  projectId: ProjectId,
  assignments: readonly NewAssignment[],
): Promise<void> {
  const known = await pairs(scope, 'assignment', {
    ids: assignments.map(({ taskId }) => taskId),
    value: 'person_id',
  });
  await insertRows(
    scope,
    'assignment',
    assignments
      .filter(({ taskId, personId }) => !known.has(`${taskId} ${personId}`))
      .map(({ taskId, personId, units }) => ({
        id: newId(),
        project_id: projectId,
        task_id: taskId,
        person_id: personId,
        units,
      })),
  );
}

export type NewStep = {
  readonly taskId: TaskId;
  readonly name: string;
  readonly isDone: boolean;
  readonly position: number;
};

/** Adds steps to checklists; those of the same name that are there stay. */
export async function insertSteps(
  scope: Scope,
  projectId: ProjectId,
  steps: readonly NewStep[],
): Promise<void> {
  const known = await pairs(scope, 'checklist_item', {
    ids: steps.map(({ taskId }) => taskId),
    value: 'name',
  });
  await insertRows(
    scope,
    'checklist_item',
    steps
      .filter(({ taskId, name }) => !known.has(`${taskId} ${name}`))
      .map(({ taskId, name, isDone, position }) => ({
        id: newId(),
        project_id: projectId,
        task_id: taskId,
        name,
        position,
        is_done: isDone,
      })),
  );
}

/** Ids of tags by lower-case name; those that are missing are added. */
export async function tagIds(scope: Scope, names: readonly string[]): Promise<Map<string, string>> {
  const read = async () => {
    const rows = await scope.tx
      .selectFrom('tag')
      .select(['id', 'name'])
      .where('workspace_id', '=', scope.workspaceId)
      .orderBy('id')
      .limit(10_000)
      .execute();
    return new Map(rows.map(({ id, name }) => [name.toLowerCase(), String(id)]));
  };
  const known = await read();
  const fresh = new Map(
    names
      .filter((name) => !known.has(name.toLowerCase()))
      .map((name) => [name.toLowerCase(), { id: newId(), name, colour: 'grey' }]),
  );
  await insertRows(
    scope,
    'tag',
    [...fresh.values()].map((tag) => ({ ...tag, version: 1, ...times(scope) })),
  );
  return fresh.size === 0 ? known : read();
}

export async function insertTaggings(
  scope: Scope,
  taggings: readonly { readonly taskId: TaskId; readonly tagId: string }[],
): Promise<void> {
  const known = await pairs(scope, 'tagging', {
    ids: taggings.map(({ taskId }) => taskId),
    value: 'tag_id',
    subject: true,
  });
  await insertRows(
    scope,
    'tagging',
    taggings
      .filter(({ taskId, tagId }) => !known.has(`${taskId} ${tagId}`))
      .map(({ taskId, tagId }) => ({
        id: newId(),
        created_at: scope.now.toISOString(),
        subject_kind: 'task',
        subject_id: taskId,
        tag_id: tagId,
      })),
  );
}

/** Adds comments in the name of who imports; the same text on a task is written once. */
export async function insertComments(
  scope: Scope,
  comments: readonly { readonly taskId: TaskId; readonly body: string }[],
): Promise<void> {
  const known = await pairs(scope, 'comment', {
    ids: comments.map(({ taskId }) => taskId),
    value: 'body',
    subject: true,
  });
  await insertRows(
    scope,
    'comment',
    comments
      .filter(({ taskId, body }) => !known.has(`${taskId} ${body}`))
      .map(({ taskId, body }) => ({
        id: newId(),
        version: 1,
        ...times(scope),
        subject_kind: 'task',
        subject_id: taskId,
        body,
        is_client_visible: false,
        member_id: scope.actor.memberId,
        person_id: scope.actor.personId,
        mentions: [],
      })),
  );
}

export type NewBaseline = {
  readonly name: string;
  readonly tasks: readonly {
    readonly taskId: TaskId;
    readonly name: string;
    readonly startOn: string | null;
    readonly dueOn: string | null;
    readonly durationMinutes: number | null;
    readonly estimateMinutes: number | null;
    readonly isMilestone: boolean;
  }[];
};

/** Keeps plans of the file as baselines; one whose name is taken in the project stays as it is. */
export async function insertBaselines(
  scope: Scope,
  projectId: ProjectId,
  baselines: readonly NewBaseline[],
): Promise<void> {
  const taken = await scope.tx
    .selectFrom('baseline')
    .select('name')
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .execute();
  const names = new Set(taken.map(({ name }) => name));
  for (const { name, tasks } of baselines) {
    if (names.has(name)) continue;
    const id = newId();
    const starts = tasks.flatMap(({ startOn }) => startOn ?? []).sort();
    const ends = tasks.flatMap(({ dueOn }) => dueOn ?? []).sort();
    await insertRows(scope, 'baseline', [
      {
        id,
        version: 1,
        ...times(scope),
        project_id: projectId,
        name,
        taken_at: scope.now.toISOString(),
        member_id: scope.actor.memberId,
        start_on: starts[0] ?? null,
        finish_on: ends.at(-1) ?? null,
      },
    ]);
    await insertRows(
      scope,
      'baseline_task',
      tasks.map((task) => ({
        baseline_id: id,
        task_id: task.taskId,
        name: task.name,
        start_on: task.startOn,
        due_on: task.dueOn,
        duration_minutes: task.durationMinutes,
        estimate_minutes: task.estimateMinutes,
        is_milestone: task.isMilestone,
      })),
    );
  }
}

/** What of a table hangs on some tasks already, as `task value`. */
async function pairs(
  scope: Scope,
  table: 'assignment' | 'checklist_item' | 'tagging' | 'comment',
  of: { readonly ids: readonly TaskId[]; readonly value: string; readonly subject?: true },
): Promise<Set<string>> {
  if (of.ids.length === 0) return new Set();
  const task = of.subject ? 'subject_id' : 'task_id';
  const { rows } = await sql<{ task: string; value: string }>`
    select ${sql.ref(task)} as task, ${sql.ref(of.value)}::text as value from ${sql.table(table)}
    where workspace_id = ${scope.workspaceId}
      and ${sql.ref(task)} = any(${[...new Set(of.ids)]}::uuid[])`.execute(scope.tx);
  return new Set(rows.map((row) => `${row.task} ${row.value}`));
}

/** Rows travel as JSON, in which the defaults of the table do not count. */
function times(scope: Scope) {
  return { created_at: scope.now.toISOString(), updated_at: scope.now.toISOString() };
}
