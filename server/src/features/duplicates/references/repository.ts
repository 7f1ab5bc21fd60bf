import type { MergeKind } from '@evenkeel/core/duplicates/merge';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** A column that points to an account or a contact, and so moves when two become one. */
export type Reference = {
  readonly table: string;
  readonly column: string;
  /** What its rows are called. */
  readonly one: string;
  readonly many: string;
  /** What, together with the column, stands only once: a row that would stand twice is left out. */
  readonly once?: (row: string) => RawBuilder<unknown>;
  /** What identifies its rows, where that is not `id`. */
  readonly key?: string;
  /** The column that says the kind, where rows can hang on any record. */
  readonly kindColumn?: string;
};

const refersTo = (column: string) => (row: string) => sql.ref(`${row}.${column}`);

const hanging: readonly Reference[] = [
  {
    table: 'comment',
    column: 'subject_id',
    kindColumn: 'subject_kind',
    one: 'comment',
    many: 'comments',
  },
  { table: 'file', column: 'subject_id', kindColumn: 'subject_kind', one: 'file', many: 'files' },
  { table: 'link', column: 'subject_id', kindColumn: 'subject_kind', one: 'link', many: 'links' },
  {
    table: 'link',
    column: 'other_id',
    kindColumn: 'other_kind',
    one: 'link from elsewhere',
    many: 'links from elsewhere',
  },
  {
    table: 'tagging',
    column: 'subject_id',
    kindColumn: 'subject_kind',
    one: 'tag',
    many: 'tags',
    once: refersTo('tag_id'),
  },
  {
    table: 'custom_value',
    column: 'subject_id',
    kindColumn: 'subject_kind',
    one: 'field of your own',
    many: 'fields of your own',
    once: refersTo('field_id'),
  },
  {
    table: 'action',
    column: 'subject_id',
    kindColumn: 'subject_kind',
    one: 'action',
    many: 'actions',
  },
  {
    table: 'notification',
    column: 'subject_id',
    kindColumn: 'subject_kind',
    one: 'notification',
    many: 'notifications',
  },
  {
    table: 'follow',
    column: 'subject_id',
    kindColumn: 'subject_kind',
    one: 'follower',
    many: 'followers',
    once: refersTo('member_id'),
  },
  {
    table: 'mail_address',
    column: 'subject_id',
    kindColumn: 'subject_kind',
    one: 'mail address',
    many: 'mail addresses',
    once: (row) =>
      sql`concat_ws('/', ${sql.ref(`${row}.purpose`)}, ${sql.ref(`${row}.member_id`)}, ${sql.ref(`${row}.thread`)})`,
  },
  {
    table: 'inbound_mail',
    column: 'subject_id',
    kindColumn: 'subject_kind',
    one: 'mail that came in',
    many: 'mails that came in',
  },
  {
    table: 'meeting',
    column: 'subject_id',
    kindColumn: 'subject_kind',
    one: 'meeting about it',
    many: 'meetings about it',
  },
  {
    table: 'agenda_item',
    column: 'subject_id',
    kindColumn: 'subject_kind',
    one: 'agenda item',
    many: 'agenda items',
  },
  {
    table: 'record_merge',
    column: 'subject_id',
    kindColumn: 'subject_kind',
    one: 'earlier merge',
    many: 'earlier merges',
  },
];

/** Every column that points to a record of a kind; a test holds this against the catalogue. */
export const references: Readonly<Record<MergeKind, readonly Reference[]>> = {
  account: [
    { table: 'deal', column: 'account_id', one: 'deal', many: 'deals' },
    { table: 'project', column: 'account_id', one: 'project', many: 'projects' },
    { table: 'meeting', column: 'account_id', one: 'meeting', many: 'meetings' },
    {
      table: 'contact_account',
      column: 'account_id',
      one: 'contact',
      many: 'contacts',
      once: refersTo('contact_id'),
    },
    { table: 'interaction', column: 'account_id', one: 'interaction', many: 'interactions' },
    { table: 'customer_goal', column: 'account_id', one: 'customer goal', many: 'customer goals' },
    {
      table: 'customer_initiative',
      column: 'account_id',
      one: 'customer initiative',
      many: 'customer initiatives',
    },
    { table: 'lead', column: 'account_id', one: 'lead', many: 'leads' },
    {
      table: 'task_target',
      column: 'account_id',
      key: 'import_id',
      one: 'import of tasks',
      many: 'imports of tasks',
    },
    { table: 'account', column: 'parent_id', one: 'account below it', many: 'accounts below it' },
    {
      table: 'client_access',
      column: 'account_id',
      one: 'access of a client user',
      many: 'accesses of client users',
      once: (row) =>
        sql`${sql.ref(`${row}.member_id`)}::text || coalesce(${sql.ref(`${row}.project_id`)}::text, '')`,
    },
    {
      table: 'invitation',
      column: 'account_id',
      one: 'invitation to the portal',
      many: 'invitations to the portal',
    },
    ...hanging,
  ],
  contact: [
    {
      table: 'meeting_attendee',
      column: 'contact_id',
      one: 'meeting',
      many: 'meetings',
      once: refersTo('meeting_id'),
    },
    {
      table: 'contact_email',
      column: 'contact_id',
      one: 'e-mail address',
      many: 'e-mail addresses',
      once: (row) => sql`lower(${sql.ref(`${row}.email`)})`,
    },
    {
      table: 'contact_phone',
      column: 'contact_id',
      one: 'phone number',
      many: 'phone numbers',
      once: refersTo('phone'),
    },
    {
      table: 'contact_account',
      column: 'contact_id',
      one: 'account',
      many: 'accounts',
      once: refersTo('account_id'),
    },
    {
      table: 'interaction_contact',
      column: 'contact_id',
      one: 'interaction',
      many: 'interactions',
      once: refersTo('interaction_id'),
    },
    {
      table: 'project_contact',
      column: 'contact_id',
      one: 'project',
      many: 'projects',
      once: refersTo('project_id'),
    },
    {
      table: 'client_duty',
      column: 'contact_id',
      one: 'client duty',
      many: 'client duties',
    },
    {
      table: 'contact_letter',
      column: 'contact_id',
      one: 'letter',
      many: 'letters',
      once: refersTo('key'),
    },
    {
      table: 'approval',
      column: 'contact_id',
      one: 'approval',
      many: 'approvals',
      once: refersTo('version_id'),
    },
    {
      table: 'deal_stakeholder',
      column: 'contact_id',
      one: 'part in a deal',
      many: 'parts in deals',
      once: refersTo('deal_id'),
    },
    {
      table: 'customer_goal',
      column: 'stated_by_contact_id',
      one: 'stated goal',
      many: 'stated goals',
    },
    {
      table: 'customer_initiative',
      column: 'stated_by_contact_id',
      one: 'stated initiative',
      many: 'stated initiatives',
    },
    { table: 'lead', column: 'contact_id', one: 'lead', many: 'leads' },
    {
      table: 'client_access',
      column: 'contact_id',
      one: 'access of a client user',
      many: 'accesses of client users',
    },
    {
      table: 'invitation',
      column: 'contact_id',
      one: 'invitation to the portal',
      many: 'invitations to the portal',
    },
    ...hanging,
  ],
};

/** How many rows of a reference hang on a record. */
export async function countRows(
  scope: Scope,
  kind: MergeKind,
  reference: Reference,
  id: string,
): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from ${sql.table(reference.table)} t
    where ${pointsTo(scope, { kind, reference, id })}`.execute(scope.tx);
  return rows[0]?.n ?? 0;
}

/** Lets the rows of a reference point to the kept record. How many were moved. */
export async function moveRows(
  scope: Scope,
  kind: MergeKind,
  reference: Reference,
  { keptId, mergedId }: { readonly keptId: string; readonly mergedId: string },
): Promise<number> {
  const table = sql.table(reference.table);
  const isNew = reference.once
    ? sql`not exists (select from ${table} k where ${pointsTo(scope, { kind, reference, id: keptId, row: 'k' })}
        and ${reference.once('k')} = ${reference.once('t')})`
    : sql`true`;
  const key = sql.ref(`t.${reference.key ?? 'id'}`);
  const { rows } = await sql`update ${table} t
    set ${sql.ref(reference.column)} = ${keptId}
    where ${pointsTo(scope, { kind, reference, id: mergedId })} and ${isNew} and ${key} <> ${keptId}
    returning ${key}`.execute(scope.tx);
  return rows.length;
}

type Pointing = {
  readonly kind: MergeKind;
  readonly reference: Reference;
  readonly id: string;
  /** What the table is called in the query. */
  readonly row?: 't' | 'k';
};

function pointsTo(scope: Scope, { kind, reference, id, row = 't' }: Pointing) {
  const isKind = reference.kindColumn
    ? sql`and ${sql.ref(`${row}.${reference.kindColumn}`)} = ${kind}`
    : sql``;
  return sql<boolean>`${sql.ref(`${row}.workspace_id`)} = ${scope.workspaceId}
    and ${sql.ref(`${row}.${reference.column}`)} = ${id} ${isKind}`;
}

/** Links between the two would point from a record to itself, and those that both bear stand once. */
export async function dropLinksBetween(scope: Scope, keptId: string, mergedId: string) {
  await sql`delete from link where workspace_id = ${scope.workspaceId}
    and ((subject_id = ${keptId} and other_id = ${mergedId})
      or (subject_id = ${mergedId} and other_id = ${keptId}))`.execute(scope.tx);
  await sql`delete from link t where workspace_id = ${scope.workspaceId}
    and exists (select from link k where k.workspace_id = t.workspace_id and k.reason = t.reason
      and k.deleted_at is null
      and ((t.subject_id = ${mergedId} and k.subject_id = ${keptId} and k.other_id = t.other_id)
        or (t.other_id = ${mergedId} and k.other_id = ${keptId} and k.subject_id = t.subject_id)))`.execute(
    scope.tx,
  );
}

/**
 * A contact who is at both accounts, or an account at which both contacts are: one row stays, with
 * what either says. At most one account of a contact is the main one at any moment.
 */
export async function unitePlaces(
  scope: Scope,
  kind: MergeKind,
  { keptId, mergedId }: { readonly keptId: string; readonly mergedId: string },
) {
  const [own, other] =
    kind === 'account' ? ['account_id', 'contact_id'] : ['contact_id', 'account_id'];
  if (kind === 'contact') {
    await sql`update contact_account set is_primary = false where workspace_id = ${scope.workspaceId}
      and contact_id = ${mergedId} and is_primary and exists (select from contact_account k
        where k.workspace_id = ${scope.workspaceId} and k.contact_id = ${keptId} and k.is_primary)`.execute(
      scope.tx,
    );
  }
  const { rows } = await sql<{
    id: string;
    gone: string;
    role: string;
    needs: string;
    main: boolean;
  }>`
    select k.id, t.id as gone, coalesce(nullif(k.role, ''), t.role) as role,
      case when k.needs = '' or k.needs = t.needs then t.needs when t.needs = '' then k.needs
        else k.needs || E'\n' || t.needs end as needs, k.is_primary or t.is_primary as main
    from contact_account k join contact_account t
      on t.workspace_id = k.workspace_id and ${sql.ref(`t.${other}`)} = ${sql.ref(`k.${other}`)}
    where k.workspace_id = ${scope.workspaceId}
      and ${sql.ref(`k.${own}`)} = ${keptId} and ${sql.ref(`t.${own}`)} = ${mergedId}`.execute(
    scope.tx,
  );
  for (const row of rows) {
    await sql`delete from contact_account where id = ${row.gone}`.execute(scope.tx);
    await sql`update contact_account set role = ${row.role}, needs = ${row.needs}, is_primary = ${row.main}
      where id = ${row.id}`.execute(scope.tx);
  }
}

/** A field of the firm's own that is empty on the kept record gives way to what the merged one says. */
export async function dropEmptyValues(scope: Scope, keptId: string, mergedId: string) {
  await sql`delete from custom_value k where k.workspace_id = ${scope.workspaceId}
    and k.subject_id = ${keptId} and coalesce(k.value, 'null'::jsonb) = 'null'::jsonb
    and exists (select from custom_value m where m.workspace_id = k.workspace_id
      and m.subject_id = ${mergedId} and m.field_id = k.field_id)`.execute(scope.tx);
}

/** Addresses of the merged contact come after those of the kept one, so that the first stays first. */
export async function putAddressesLast(scope: Scope, keptId: string, mergedId: string) {
  for (const table of ['contact_email', 'contact_phone']) {
    await sql`update ${sql.table(table)} set position = position + 1 +
        (select coalesce(max(position), 0) from ${sql.table(table)} k
          where k.workspace_id = ${scope.workspaceId} and k.contact_id = ${keptId})
      where workspace_id = ${scope.workspaceId} and contact_id = ${mergedId}`.execute(scope.tx);
  }
}

/** The parent of the kept account: no longer the merged one, and nobody is above themselves. */
export async function straightenParents(scope: Scope, keptId: string, mergedId: string) {
  await sql`update account set parent_id = (select m.parent_id from account m
      where m.workspace_id = ${scope.workspaceId} and m.id = ${mergedId})
    where workspace_id = ${scope.workspaceId} and id = ${keptId} and parent_id = ${mergedId}`.execute(
    scope.tx,
  );
  await sql`with recursive up as (
      select parent_id, 1 as depth from account where workspace_id = ${scope.workspaceId} and id = ${keptId}
      union all
      select a.parent_id, up.depth + 1 from account a join up on a.id = up.parent_id
      where a.workspace_id = ${scope.workspaceId} and up.depth < 100)
    update account set parent_id = null where workspace_id = ${scope.workspaceId} and id = ${keptId}
      and exists (select from up where up.parent_id = ${keptId})`.execute(scope.tx);
}
