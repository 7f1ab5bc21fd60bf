import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { TimelineEntry, timeline } from '@evenkeel/contract/timeline';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';

export type TimelineRecord = Omit<TimelineEntry, 'on' | 'subject' | 'followUpOn'> & {
  readonly on_date: TimelineEntry['on'];
  readonly subject_kind: TimelineEntry['subject']['kind'];
  readonly subject_id: string;
  readonly follow_up_on: TimelineEntry['followUpOn'];
};

type Request = QueryOf<typeof timeline.read>;

/** Facts of a record from every table that holds some, the newest first. */
export async function readTimeline(scope: Scope, request: Request): Promise<TimelineRecord[]> {
  const { subject, subjectId } = request;
  const about = conditions[subject](sql`${subjectId}::uuid`);
  const facts = sql.join(
    [...said(about), ...sold(about), ...delivered(scope, about)],
    sql` union all `,
  );
  const [on, key] = splitCursor(request.cursor);
  const before = on === null ? sql`true` : sql`(fact.on_date, fact.key) < (${on}::date, ${key})`;
  const wanted = request.kinds ? sql`fact.kind = any(${request.kinds}::text[])` : sql`true`;
  const { rows } = await sql<TimelineRecord>`
    select * from (${facts}) fact where fact.on_date <= ${scope.today}::date and ${wanted} and ${before}
    order by fact.on_date desc, fact.key desc limit ${request.limit + 1}`.execute(scope.tx);
  return rows;
}

/** Which interactions (i), deals (d), projects (p) and comments (c) belong to a record. */
type Conditions = {
  readonly interaction: RawBuilder<unknown>;
  readonly deal: RawBuilder<unknown>;
  readonly project: RawBuilder<unknown>;
  readonly comment: RawBuilder<unknown>;
};

const conditions: Record<Request['subject'], (id: RawBuilder<unknown>) => Conditions> = {
  account: (id) => ({
    interaction: sql`i.account_id = ${id}`,
    deal: sql`d.account_id = ${id}`,
    project: sql`p.account_id = ${id}`,
    comment: sql`(c.subject_kind = 'account' and c.subject_id = ${id})
      or (c.subject_kind = 'deal' and c.subject_id in (select id from deal where account_id = ${id}))
      or (c.subject_kind = 'client-project' and c.subject_id in (select id from project where account_id = ${id}))`,
  }),
  contact: (id) => ({
    interaction: sql`exists (select from interaction_contact ic where ic.workspace_id = i.workspace_id
      and ic.interaction_id = i.id and ic.contact_id = ${id})`,
    deal: sql`false`,
    project: sql`false`,
    comment: sql`c.subject_kind = 'contact' and c.subject_id = ${id}`,
  }),
  deal: (id) => ({
    interaction: sql`i.deal_id = ${id} or i.project_id in (select id from project where deal_id = ${id})`,
    deal: sql`d.id = ${id}`,
    project: sql`p.deal_id = ${id}`,
    comment: sql`c.subject_kind = 'deal' and c.subject_id = ${id}`,
  }),
  project: (id) => ({
    interaction: sql`i.project_id = ${id} or i.deal_id = (select deal_id from project where id = ${id})`,
    deal: sql`d.id = (select deal_id from project where id = ${id})`,
    project: sql`p.id = ${id}`,
    comment: sql`c.subject_kind = 'client-project' and c.subject_id = ${id}`,
  }),
};

const nobody = sql`'[]'::jsonb`;

function said(about: Conditions): RawBuilder<unknown>[] {
  const people = (table: 'contact' | 'person') => sql`coalesce((
    select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) order by x.name)
    from ${sql.table(`interaction_${table}`)} l join ${sql.table(table)} x
      on x.workspace_id = l.workspace_id and x.id = l.${sql.ref(`${table}_id`)}
    where l.workspace_id = i.workspace_id and l.interaction_id = i.id), '[]')`;
  return [
    sql`select i.id::text as key, i.kind as kind, i.on_date as on_date, 'interaction' as subject_kind, i.id as subject_id,
        i.name as name, i.notes as detail, i.outcome as outcome, i.direction as direction,
        ${people('person')} as people, ${people('contact')} as contacts,
        case when i.follow_up_done_on is null then i.follow_up_on end as follow_up_on
      from interaction i where i.deleted_at is null and (${about.interaction})`,
    sql`select c.id::text, 'comment', c.created_at::date, c.subject_kind, c.subject_id, '', c.body, '', null::text,
        case when m.id is null then ${nobody} else jsonb_build_array(jsonb_build_object('id', m.id, 'name', m.name)) end,
        ${nobody}, null::date
      from comment c left join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
      where c.deleted_at is null and (${about.comment})`,
  ];
}

function sold(about: Conditions): RawBuilder<unknown>[] {
  const deal = (kind: string, on: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
    select d.id || ${`:${kind}`}, ${kind}, ${on}, 'deal', d.id, d.name, coalesce(d.lost_reason, ''), '', null::text,
      case when o.id is null then ${nobody} else jsonb_build_array(jsonb_build_object('id', o.id, 'name', o.name)) end,
      ${nobody}, null::date
    from deal d join stage s on s.workspace_id = d.workspace_id and s.id = d.stage_id
      left join person o on o.workspace_id = d.workspace_id and o.id = d.owner_id
    where d.deleted_at is null and (${about.deal}) and ${where}`;
  return [
    deal('deal-opened', sql`d.opened_on`, sql`true`),
    deal('deal-won', sql`coalesce(d.close_on, d.stage_since)`, sql`s.outcome = 'won'`),
    deal('deal-lost', sql`coalesce(d.close_on, d.stage_since)`, sql`s.outcome = 'lost'`),
    deal('contract-signed', sql`d.contract_signed_on`, sql`d.contract_signed_on is not null`),
    deal(
      'handed-off',
      sql`(select h.decided_at::date from hand_off h where h.workspace_id = d.workspace_id and h.deal_id = d.id and h.state = 'accepted')`,
      sql`exists (select from hand_off h where h.workspace_id = d.workspace_id and h.deal_id = d.id and h.state = 'accepted')`,
    ),
  ];
}

function delivered(scope: Scope, about: Conditions): RawBuilder<unknown>[] {
  const project = (kind: string, on: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
    select p.id || ${`:${kind}`}, ${kind}, ${on}, 'client-project', p.id, p.name, '', '', null::text,
      case when m.id is null then ${nobody} else jsonb_build_array(jsonb_build_object('id', m.id, 'name', m.name)) end,
      ${nobody}, null::date
    from project p left join person m on m.workspace_id = p.workspace_id and m.id = p.project_manager_id
    where p.deleted_at is null and p.kind = 'client' and (${about.project}) and ${where}`;
  return [
    project(
      'project-started',
      sql`p.start_on`,
      sql`p.state in ('executing', 'completed') and p.start_on <= ${scope.today}`,
    ),
    project('project-ended', sql`p.end_on`, sql`p.state = 'completed' and p.end_on is not null`),
  ];
}

function splitCursor(cursor: string | undefined): readonly [string | null, string] {
  if (cursor === undefined) return [null, ''];
  const at = cursor.indexOf('~');
  return [cursor.slice(0, at), cursor.slice(at + 1)];
}
