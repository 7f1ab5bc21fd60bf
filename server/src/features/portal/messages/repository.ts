import type { CommentId, Id, ProjectId, StatusReportId } from '@evenkeel/core/id';
import type { SubjectKind } from '@evenkeel/core/subject';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

export type MessageRecord = {
  readonly id: CommentId;
  readonly body: string;
  readonly subject_kind: SubjectKind;
  readonly subject_id: Id<string>;
  readonly created_at: Date;
  readonly edited_at: Date | null;
  readonly task_name: string | null;
  readonly author: string;
  readonly is_ours: boolean;
  readonly is_own: boolean;
};

/** What was said on a project and on its visible tasks, or on one of its reports, the latest first. */
export function listMessages(
  scope: PortalScope,
  projectId: ProjectId,
  page: {
    readonly before?: Date | undefined;
    readonly limit: number;
    readonly reportId: StatusReportId | null;
  },
): Promise<MessageRecord[]> {
  let query = messageRows(scope)
    .where(
      page.reportId
        ? sql<boolean>`comment.subject_kind = 'status-report'
            and comment.subject_id = ${reportOf(projectId, page.reportId)}`
        : sql<boolean>`comment.subject_kind in ('client-project', 'task')
            and comment.subject_id = any(${withTasks(projectId)})`,
    )
    .orderBy('comment.created_at', 'desc')
    .orderBy('comment.id', 'desc')
    .limit(page.limit);
  if (page.before) query = query.where('comment.created_at', '<', page.before);
  return withAuthors(scope, query);
}

export async function findMessage(
  scope: PortalScope,
  id: CommentId,
): Promise<MessageRecord | undefined> {
  const [message] = await withAuthors(scope, messageRows(scope).where('comment.id', '=', id));
  return message;
}

/** The report, if it is one of the project that the reader sees. */
function reportOf(projectId: ProjectId, reportId: StatusReportId) {
  return sql<StatusReportId>`(select r.id from status_report r
    where r.id = ${reportId} and r.project_id = ${projectId})`;
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

/** The project and its tasks as one value, which the index of subjects is then asked for. */
function withTasks(projectId: ProjectId) {
  return sql`(array(select id from task where project_id = ${projectId}) || ${projectId}::uuid)`;
}

/** Who wrote each; somebody who wrote many is looked up once. */
async function withAuthors(
  scope: PortalScope,
  messages: ReturnType<typeof messageRows>,
): Promise<MessageRecord[]> {
  const { rows } = await sql<MessageRecord>`
    with page as materialized (${messages}),
    author as materialized (
      select member_id, portal_member_name(member_id) as name, portal_is_ours(member_id) as is_ours
      from (select distinct member_id from page where member_id is not null) known)
    select page.id, page.body, page.subject_kind, page.subject_id, page.created_at, page.edited_at,
      page.task_name, coalesce(author.name, portal_person_name(page.person_id), '') as author,
      page.member_id is null or author.is_ours as is_ours,
      page.member_id is not distinct from current_member() as is_own
    from page left join author on author.member_id = page.member_id
    order by page.created_at desc, page.id desc`.execute(scope.tx);
  return rows;
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
      'comment.person_id',
      'comment.created_at',
      'comment.edited_at',
      'task.name as task_name',
    ]);
}
