import type { DelayNoticeId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

export type SentNotice = Awaited<ReturnType<typeof listNotices>>[number];

/** Those to answer first, the latest of each first. */
export function listNotices(scope: PortalScope, projectId: ProjectId) {
  return noticeRows(scope)
    .where('project_id', '=', projectId)
    .orderBy(sql`state = 'sent' and not may_move`, 'desc')
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .limit(1_000)
    .execute();
}

export function findNotice(scope: PortalScope, projectId: ProjectId, id: DelayNoticeId) {
  return noticeRows(scope)
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirst();
}

function noticeRows(scope: PortalScope) {
  return scope.tx
    .selectFrom('delay_notice')
    .select(['id', 'wording', 'old_day', 'new_day', 'slip_days', 'state', 'may_move', 'sides'])
    .select(['client_reasons', 'holds', 'client_text', 'sent_at', 'answered_at', 'answer_words'])
    .select(sql<string | null>`portal_member_name(answered_by)`.as('answered_by'));
}
