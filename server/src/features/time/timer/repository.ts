import type { Id, PersonId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';
import type { WorkKey } from '../week/repository.ts';

export type TimerRecord = Awaited<ReturnType<typeof findTimer>> & object;
export type TimerFields = WorkKey & { startedAt: Date; note: string };

export function findTimer(scope: Scope, personId: PersonId) {
  return scope.tx
    .selectFrom('timer')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'timer.workspace_id')
        .onRef('project.id', '=', 'timer.project_id'),
    )
    .leftJoin('task', (join) =>
      join
        .onRef('task.workspace_id', '=', 'timer.workspace_id')
        .onRef('task.id', '=', 'timer.task_id'),
    )
    .select(['timer.id', 'timer.version', 'timer.started_at', 'timer.note'])
    .select(['project.id as project_id', 'project.number as project_number'])
    .select(['project.name as project_name', 'project.kind'])
    .select(['task.id as task_id', 'task.number as task_number', 'task.name as task_name'])
    .where('timer.person_id', '=', personId)
    .executeTakeFirst();
}

export async function insertTimer(
  scope: Scope,
  personId: PersonId,
  fields: TimerFields,
): Promise<void> {
  await scope.tx
    .insertInto('timer')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'timer'>>(),
      person_id: personId,
      project_id: fields.projectId,
      task_id: fields.taskId,
      started_at: fields.startedAt,
      note: fields.note,
    })
    .execute();
}

export async function updateTimer(
  scope: Scope,
  personId: PersonId,
  version: number,
  fields: TimerFields,
): Promise<void> {
  const written = await scope.tx
    .updateTable('timer')
    .set({
      project_id: fields.projectId,
      task_id: fields.taskId,
      started_at: fields.startedAt,
      note: fields.note,
    })
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await findTimer(scope, personId)) !== undefined);
}

/** Deletes a person's timer. Whether one ran. */
export async function deleteTimer(scope: Scope, personId: PersonId): Promise<boolean> {
  const written = await scope.tx
    .deleteFrom('timer')
    .where('person_id', '=', personId)
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}
