import type { ProjectId } from '@evenkeel/core/id';
import type { PromiseVersion } from '@evenkeel/core/promises/promise';
import type { PortalScope } from '../../../platform/db/scope.ts';
import { moment } from '../../../platform/db/values.ts';

/** Every version of the dates of a project that the reader may see. */
export async function listVersions(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<PromiseVersion[]> {
  const rows = await scope.tx
    .selectFrom('promise')
    .select(['id', 'subject_kind', 'subject_id', 'what', 'number', 'day', 'wording', 'done_on'])
    .select(['is_shown', 'channel', 'told_at'])
    .where('project_id', '=', projectId)
    .where('what', '=', 'date')
    .orderBy('told_at')
    .orderBy('number')
    .orderBy('id')
    .limit(20_000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    what: row.what,
    number: row.number,
    day: row.day,
    amount: null,
    wording: row.wording,
    doneOn: row.done_on,
    isShown: row.is_shown,
    channel: row.channel,
    toldAt: moment(row.told_at),
  }));
}
