import type { Id, PersonId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export type PersonOnProject = {
  readonly id: PersonId;
  readonly name: string;
  readonly part: string | null;
  readonly task_count: string;
  readonly done_count: string;
  readonly overdue_count: string;
  readonly logged_minutes: string;
};

/** Everybody who is named on a project, on one of its tasks, or has logged time on it; by name. */
export async function listPeople(scope: Scope, projectId: ProjectId): Promise<PersonOnProject[]> {
  const { rows } = await sql<PersonOnProject>`
    with duty as (
      select assignment.person_id, count(*) as task_count,
        count(*) filter (where task.state = 'done') as done_count,
        count(*) filter (where task.state <> 'done' and task.due_on < ${scope.today}::date) as overdue_count
      from assignment join task on task.workspace_id = assignment.workspace_id and task.id = assignment.task_id
      where assignment.workspace_id = ${scope.workspaceId} and assignment.project_id = ${projectId}
        and task.deleted_at is null
      group by assignment.person_id
    ),
    logged as (
      select person_id, sum(minutes) as minutes from time_entry
      where workspace_id = ${scope.workspaceId} and project_id = ${projectId} and deleted_at is null
      group by person_id
    )
    select person.id, person.name, named.part,
      coalesce(duty.task_count, 0) as task_count, coalesce(duty.done_count, 0) as done_count,
      coalesce(duty.overdue_count, 0) as overdue_count, coalesce(logged.minutes, 0) as logged_minutes
    from person
    left join project_person named on named.workspace_id = person.workspace_id
      and named.project_id = ${projectId} and named.person_id = person.id
    left join duty on duty.person_id = person.id
    left join logged on logged.person_id = person.id
    where person.workspace_id = ${scope.workspaceId}
      and (named.id is not null or duty.person_id is not null or logged.person_id is not null)
    order by person.name collate "und-x-icu", person.id limit 1000`.execute(scope.tx);
  return rows;
}

export async function putPerson(
  scope: Scope,
  key: { readonly projectId: ProjectId; readonly personId: PersonId },
  part: string,
): Promise<void> {
  await scope.tx
    .insertInto('project_person')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'project-person'>>(),
      project_id: key.projectId,
      person_id: key.personId,
      part,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'project_id', 'person_id']).doUpdateSet({ part }),
    )
    .execute();
}

/** Whether they were named. */
export async function deletePerson(
  scope: Scope,
  key: { readonly projectId: ProjectId; readonly personId: PersonId },
): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('project_person')
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', key.projectId)
    .where('person_id', '=', key.personId)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}
