import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { TraceAnchor } from '@evenkeel/core/decisions/date-trace';
import type { Id, ProjectId } from '@evenkeel/core/id';
import type { PromiseVersion } from '@evenkeel/core/promises/promise';
import { sql } from 'kysely';
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

/** A version of a told day, with what it stands on where the reader sees that. */
export type ToldDay = {
  readonly number: number;
  readonly day: CalendarDate | null;
  readonly toldAt: Date;
  readonly anchorKind: TraceAnchor['kind'] | null;
  readonly anchorId: Id<string> | null;
  readonly anchorName: string | null;
};

/** Every version of the day of one record, the first first. What was sold is known to both sides. */
export async function listToldDays(
  scope: PortalScope,
  projectId: ProjectId,
  subject: { readonly kind: 'task' | 'client-project'; readonly id: Id<string> },
): Promise<ToldDay[]> {
  const { rows } = await sql<ToldDay>`
    select p.number, p.day, p.told_at as "toldAt",
      case when d.id is not null then 'decision' when r.id is not null then 'change-request'
        when n.id is not null then 'delay-notice' when p.channel = 'quote' then 'hand-off'
        end as "anchorKind",
      coalesce(d.id, r.id, n.id, p.project_id) as "anchorId",
      coalesce(d.title, r.name, n.wording, '') as "anchorName"
    from promise p
      left join decision d on d.workspace_id = p.workspace_id and p.source_kind = 'decision'
        and d.id = p.source_id
      left join change_request r on r.workspace_id = p.workspace_id
        and p.source_kind = 'change-request' and r.id = p.source_id
      left join delay_notice n on n.workspace_id = p.workspace_id
        and p.source_kind = 'delay-notice' and n.id = p.source_id
    where p.project_id = ${projectId} and p.what = 'date' and p.subject_kind = ${subject.kind}
      and p.subject_id = ${subject.id}
    order by p.number limit 5000`.execute(scope.tx);
  return rows;
}
