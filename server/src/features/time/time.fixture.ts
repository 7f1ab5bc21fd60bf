import type { MemberId, PersonId, ProjectId, TaskId, WorkspaceId } from '@evenkeel/core/id';
import { newId } from '../../platform/ids.ts';
import { asOwner } from '../../test/factories.ts';

/** A client project and an initiative with a task each, and one with a milestone. */
export type Work = {
  readonly client: { readonly projectId: ProjectId; readonly taskId: TaskId };
  readonly initiative: { readonly projectId: ProjectId; readonly taskId: TaskId };
  readonly milestoneId: TaskId;
};

/** Work to log on, straight in the tables: time needs nothing else of it. */
export async function createWork(databaseUrl: string, workspaceId: WorkspaceId): Promise<Work> {
  const [clientId, initiativeId] = [newId<ProjectId>(), newId<ProjectId>()];
  const [clientTask, initiativeTask, milestoneId] = [
    newId<TaskId>(),
    newId<TaskId>(),
    newId<TaskId>(),
  ];
  await asOwner(databaseUrl, async (client) => {
    const project = `insert into project (workspace_id, id, number, kind, name, state) values ($1, $2, $3, $4, $5, 'executing')`;
    await client.query(project, [workspaceId, clientId, 1001, 'client', 'Harbour study']);
    await client.query(project, [workspaceId, initiativeId, 1002, 'initiative', 'New website']);
    const task = `insert into task (workspace_id, id, number, project_id, name, estimate_minutes, is_milestone) values ($1, $2, $3, $4, $5, $6, $7)`;
    await client.query(task, [workspaceId, clientTask, 1001, clientId, 'Interviews', 600, false]);
    await client.query(task, [
      workspaceId,
      initiativeTask,
      1002,
      initiativeId,
      'Texts',
      300,
      false,
    ]);
    await client.query(task, [workspaceId, milestoneId, 1003, clientId, 'Report', null, true]);
  });
  return {
    client: { projectId: clientId, taskId: clientTask },
    initiative: { projectId: initiativeId, taskId: initiativeTask },
    milestoneId,
  };
}

/** Links a login to the person whose time it logs. */
export async function linkPerson(
  databaseUrl: string,
  memberId: MemberId,
  personId: PersonId,
): Promise<void> {
  await asOwner(databaseUrl, (client) =>
    client.query('update member set person_id = $2 where id = $1', [memberId, personId]),
  );
}

/** Puts a person on a task. */
export async function assign(
  databaseUrl: string,
  workspaceId: WorkspaceId,
  on: { projectId: ProjectId; taskId: TaskId; personId: PersonId },
): Promise<void> {
  await asOwner(databaseUrl, (client) =>
    client.query(
      `insert into assignment (workspace_id, id, project_id, task_id, person_id) values ($1, $2, $3, $4, $5)`,
      [workspaceId, newId(), on.projectId, on.taskId, on.personId],
    ),
  );
}
