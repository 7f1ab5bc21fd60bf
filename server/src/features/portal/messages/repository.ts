import type { CommentId, ProjectId, StatusReportId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

export type MessageRecord = Awaited<ReturnType<typeof listMessages>>[number];

/** What was said on a project and on its visible tasks, or on one of its reports, the latest first. */
export function listMessages(
  scope: PortalScope,
  projectId: ProjectId,
  page: {
    readonly before?: Date | undefined;
    readonly limit: number;
    readonly reportId: StatusReportId | null;
  },
) {
  let query = messageRows(scope)
    .where((at) =>
      page.reportId
        ? at('comment.subject_id', '=', reportOf(projectId, page.reportId))
        : at.or([at('comment.subject_id', '=', projectId), at('task.project_id', '=', projectId)]),
    )
    .orderBy('comment.created_at', 'desc')
    .orderBy('comment.id', 'desc')
    .limit(page.limit);
  if (page.before) query = query.where('comment.created_at', '<', page.before);
  return query.execute();
}

export function findMessage(scope: PortalScope, id: CommentId) {
  return messageRows(scope).where('comment.id', '=', id).executeTakeFirst();
}

/** The report, if it is one of the project that the reader sees. */
function reportOf(projectId: ProjectId, reportId: StatusReportId) {
  return sql<StatusReportId>`(select r.id from status_report r
    where r.workspace_id = comment.workspace_id and r.id = ${reportId} and r.project_id = ${projectId})`;
}

/** The project of a report that was sent, if the reader sees it. */
export async function findProjectOfReport(
  scope: PortalScope,
  reportId: string,
): Promise<ProjectId | undefined> {
  const report = await scope.tx
    .selectFrom('status_report')
    .select('project_id')
    .where(sql<boolean>`id = ${reportId}::uuid`)
    .executeTakeFirst();
  return report?.project_id;
}

/** The project of a task that the reader sees. */
export async function findProjectOfTask(
  scope: PortalScope,
  taskId: string,
): Promise<ProjectId | undefined> {
  const task = await scope.tx
    .selectFrom('task')
    .select('project_id')
    .where(sql<boolean>`id = ${taskId}::uuid`)
    .executeTakeFirst();
  return task?.project_id;
}

function messageRows(scope: PortalScope) {
  return scope.tx
    .selectFrom('comment')
    .leftJoin('task', (join) =>
      join
        .onRef('task.workspace_id', '=', 'comment.workspace_id')
        .on(sql<boolean>`task.id = comment.subject_id`)
        .on('comment.subject_kind', '=', 'task'),
    )
    .select([
      'comment.id',
      'comment.body',
      'comment.subject_kind',
      'comment.subject_id',
      'comment.member_id',
      'comment.created_at',
      'comment.edited_at',
      'task.name as task_name',
      sql<string>`coalesce(portal_member_name(comment.member_id), portal_person_name(comment.person_id), '')`.as(
        'author',
      ),
      sql<boolean>`comment.member_id is null or portal_is_ours(comment.member_id)`.as('is_ours'),
      sql<boolean>`comment.member_id is not distinct from current_member()`.as('is_own'),
    ]);
}
