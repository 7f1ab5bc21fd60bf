import type { delayNotices } from '@evenkeel/contract/delay-notices';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { DelayNoticeId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';

export type NoticeRecord = Awaited<ReturnType<typeof listNotices>>[number];

/** What a step of a notice writes. */
export type NoticeChange = Partial<{
  state: NoticeRecord['state'];
  withdrawal: NoticeRecord['withdrawal'];
  client_text: string;
  is_edited: boolean;
  language: NoticeRecord['language'];
  sent_at: Date;
  sent_by: NoticeRecord['sent_by'];
  told_to: string[];
  lead_days: number;
  answered_at: Date;
  answered_by: NoticeRecord['answered_by'];
  answer_words: string;
  answer_task_id: NoticeRecord['answer_task_id'];
}>;

/** Drafts first, then those that wait for an answer, the latest of each first. */
export function listNotices(scope: Scope, request: QueryOf<typeof delayNotices.list>) {
  let query = noticeRows(scope);
  if (request.projectId) query = query.where('notice.project_id', '=', request.projectId);
  if (request.accountId) query = query.where('project.account_id', '=', request.accountId);
  if (request.state) query = query.where('notice.state', 'in', request.state);
  return query
    .orderBy(
      sql`array_position(array['draft', 'change-asked', 'sent', 'accepted', 'withdrawn', 'superseded'], notice.state)`,
    )
    .orderBy('notice.created_at', 'desc')
    .orderBy('notice.id', 'desc')
    .limit(5_000)
    .execute();
}

export function findNotice(scope: Scope, id: DelayNoticeId) {
  return noticeRows(scope).where('notice.id', '=', id).executeTakeFirst();
}

/** Writes on the version that was seen; without one, on whatever stands. */
export async function updateNotice(
  scope: Scope,
  key: { readonly id: DelayNoticeId; readonly version: number | null },
  change: NoticeChange,
): Promise<void> {
  let query = scope.tx
    .updateTable('delay_notice')
    .set((of) => ({ wording: of.ref('wording'), ...change }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', key.id);
  if (key.version !== null) query = query.where('version', '=', key.version);
  const written = await query.returning('id').executeTakeFirst();
  await versioned(written, async () => (await findNotice(scope, key.id)) !== undefined);
}

/** Of notices sent earlier about the same, none waits any more. */
export async function supersedeOthers(scope: Scope, notice: NoticeRecord): Promise<void> {
  await scope.tx
    .updateTable('delay_notice')
    .set({ state: 'superseded' })
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', notice.project_id)
    .where('subject_id', '=', notice.subject_id)
    .where('id', '<>', notice.id)
    .where('state', 'in', ['sent', 'change-asked', 'draft'])
    .execute();
}

/** The calendar of a notice's project. */
export async function findCalendarId(scope: Scope, notice: NoticeRecord): Promise<string | null> {
  const found = await scope.tx
    .selectFrom('project')
    .select('calendar_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', notice.project_id)
    .executeTakeFirst();
  return found?.calendar_id ?? null;
}

function noticeRows(scope: Scope) {
  return scope.tx
    .selectFrom('delay_notice as notice')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'notice.workspace_id')
        .onRef('project.id', '=', 'notice.project_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'project.workspace_id')
        .onRef('account.id', '=', 'project.account_id'),
    )
    .leftJoin('person as manager', (join) =>
      join
        .onRef('manager.workspace_id', '=', 'project.workspace_id')
        .onRef('manager.id', '=', 'project.project_manager_id'),
    )
    .leftJoin('member as sender', (join) =>
      join
        .onRef('sender.workspace_id', '=', 'notice.workspace_id')
        .onRef('sender.id', '=', 'notice.sent_by'),
    )
    .leftJoin('member as answerer', (join) =>
      join
        .onRef('answerer.workspace_id', '=', 'notice.workspace_id')
        .onRef('answerer.id', '=', 'notice.answered_by'),
    )
    .leftJoin('task as answer_task', (join) =>
      join
        .onRef('answer_task.workspace_id', '=', 'notice.workspace_id')
        .onRef('answer_task.id', '=', 'notice.answer_task_id'),
    )
    .selectAll('notice')
    .select(['project.name as project_name', 'project.account_id', 'account.name as account_name'])
    .select(['project.project_manager_id', 'manager.name as manager_name', 'project.owner_id'])
    .select(['sender.name as sent_by_name', 'answerer.name as answered_by_name'])
    .select('answer_task.name as answer_task_name')
    .where('notice.workspace_id', '=', scope.workspaceId)
    .where('project.deleted_at', 'is', null);
}
