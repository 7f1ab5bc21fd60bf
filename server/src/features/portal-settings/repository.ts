import type { FileId, ProjectId, TaskId } from '@evenkeel/core/id';
import type { PortalAmount } from '@evenkeel/core/projects/portal';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';

const most = 2_000;

/** A client project that is not in the trash. */
export function findProject(scope: Scope, id: ProjectId) {
  return scope.tx
    .selectFrom('project')
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'project.workspace_id')
        .onRef('account.id', '=', 'project.account_id'),
    )
    .select([
      'project.id',
      'project.version',
      'project.account_id',
      'account.name as account_name',
      'project.portal_opened_at',
      'project.portal_shows',
      'project.portal_welcome',
      'project.delay_tolerance_days',
    ])
    .where('project.workspace_id', '=', scope.workspaceId)
    .where('project.id', '=', id)
    .where('project.kind', '=', 'client')
    .where('project.deleted_at', 'is', null)
    .executeTakeFirst();
}

export async function updateProject(
  scope: Scope,
  project: { readonly id: ProjectId; readonly version: number },
  change: {
    readonly portal_opened_at?: Date | null;
    readonly portal_shows?: PortalAmount[];
    readonly portal_welcome?: string;
    readonly delay_tolerance_days?: number;
  },
): Promise<void> {
  const written = await scope.tx
    .updateTable('project')
    .set({ name: sql.ref('name'), ...change })
    .where('id', '=', project.id)
    .where('version', '=', project.version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => true);
}

/** Milestones first, as the plan orders them. */
export function listTasks(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('task')
    .select(['id', 'name', 'is_milestone', 'state', 'is_client_visible'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .orderBy('is_milestone', 'desc')
    .orderBy('position')
    .orderBy('id')
    .limit(most)
    .execute();
}

/** Files on the project and on its tasks. */
export function listFiles(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('file')
    .leftJoin('task', (join) =>
      join
        .onRef('task.workspace_id', '=', 'file.workspace_id')
        .on(sql<boolean>`task.id = file.subject_id`)
        .on('file.subject_kind', '=', 'task')
        .on('task.deleted_at', 'is', null),
    )
    .select(['file.id', 'file.name', 'task.name as task_name', 'file.is_client_visible'])
    .where('file.workspace_id', '=', scope.workspaceId)
    .where('file.deleted_at', 'is', null)
    .where((at) =>
      at.or([
        at.and([
          at('file.subject_kind', '=', 'client-project'),
          at('file.subject_id', '=', projectId),
        ]),
        at('task.project_id', '=', projectId),
      ]),
    )
    .orderBy('file.created_at', 'desc')
    .orderBy('file.id')
    .limit(most)
    .execute();
}

/** Comments on the project and its tasks that the client sees. */
export async function countMessages(scope: Scope, projectId: ProjectId): Promise<number> {
  const found = await scope.tx
    .selectFrom('comment')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('is_client_visible', '=', true)
    .where('deleted_at', 'is', null)
    .where((at) =>
      at.or([
        at('subject_id', '=', projectId),
        at(
          'subject_id',
          'in',
          scope.tx.selectFrom('task').select('id').where('project_id', '=', projectId),
        ),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(found.count);
}

export async function showTasks(
  scope: Scope,
  projectId: ProjectId,
  ids: readonly TaskId[],
  isVisible: boolean,
): Promise<void> {
  if (ids.length === 0) return;
  await scope.tx
    .updateTable('task')
    .set({ is_client_visible: isVisible })
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .where('id', 'in', [...ids])
    .where('is_client_visible', '<>', isVisible)
    .execute();
}

export async function showFiles(
  scope: Scope,
  ids: readonly FileId[],
  isVisible: boolean,
): Promise<void> {
  if (ids.length === 0) return;
  await scope.tx
    .updateTable('file')
    .set({ is_client_visible: isVisible })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', [...ids])
    .where('is_client_visible', '<>', isVisible)
    .execute();
}
