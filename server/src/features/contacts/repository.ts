import type { contactChange, contactDraft, contacts } from '@evenkeel/contract/contacts';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId, ContactId } from '@evenkeel/core/id';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { columnsOf } from '../../platform/db/columns.ts';
import { nextNumbers } from '../../platform/db/numbers.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  name: { by: sql.ref('contact.name'), type: 'text' },
  number: { by: sql.ref('contact.number'), type: 'int' },
  jobTitle: { by: sql.ref('contact.job_title'), type: 'text' },
  lastContactOn: { by: lastContact(), type: 'date' },
};

type ContactFields = Omit<z.infer<typeof contactChange>, 'emails' | 'phones' | 'accounts'>;
export type ContactRecord = Awaited<ReturnType<typeof findContact>> & object;
export type ContactPlace = {
  readonly id: AccountId;
  readonly name: string;
  readonly role: string;
  readonly needs: string;
  readonly isPrimary: boolean;
};

export function listContacts(scope: Scope, request: QueryOf<typeof contacts.list>) {
  let query = contactRows(scope).where('contact.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('contact.id', 'in', request.ids as ContactId[]);
  if (request.search) query = query.where(matching(request.search));
  if (request.accountId) {
    const accountIds = request.accountId;
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('contact_account')
          .whereRef('contact_account.workspace_id', '=', 'contact.workspace_id')
          .whereRef('contact_account.contact_id', '=', 'contact.id')
          .where('contact_account.account_id', 'in', accountIds)
          .select('contact_account.id'),
      ),
    );
  }
  return readPage(query, request, sortKeys, sql<string>`contact.id`);
}

/** One contact, also from the trash. */
export function findContact(scope: Scope, id: ContactId) {
  return contactRows(scope)
    .select(['contact.notes', 'contact.created_at', 'contact.deleted_at'])
    .select([
      sql<{ email: string; label: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('email', e.email, 'label', e.label) order by e.position, e.id)
        from contact_email e where e.workspace_id = contact.workspace_id and e.contact_id = contact.id), '[]')`.as(
        'emails',
      ),
      sql<{ phone: string; label: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('phone', p.phone, 'label', p.label) order by p.position, p.id)
        from contact_phone p where p.workspace_id = contact.workspace_id and p.contact_id = contact.id), '[]')`.as(
        'phones',
      ),
    ])
    .where('contact.id', '=', id)
    .executeTakeFirst();
}

/** The contact of an account with an e-mail address, the earliest where several have it. */
export async function findByEmail(
  scope: Scope,
  accountId: AccountId,
  email: string,
): Promise<ContactId | undefined> {
  const { rows } = await sql<{ id: ContactId }>`
    select c.id from contact c
      join contact_email e on e.workspace_id = c.workspace_id and e.contact_id = c.id
      join contact_account a on a.workspace_id = c.workspace_id and a.contact_id = c.id
    where c.workspace_id = ${scope.workspaceId} and c.deleted_at is null
      and a.account_id = ${accountId} and lower(e.email) = lower(${email})
    order by c.created_at, c.id limit 1`.execute(scope.tx);
  return rows[0]?.id;
}

export async function insertContact(
  scope: Scope,
  draft: ContactFields & Pick<z.infer<typeof contactDraft>, 'name'>,
): Promise<ContactId> {
  const id = newId<ContactId>();
  const { name, ...rest } = draft;
  await scope.tx
    .insertInto('contact')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'contact'),
      name,
      ...columnsOf(rest),
    })
    .execute();
  return id;
}

export async function updateContact(
  scope: Scope,
  id: ContactId,
  version: number,
  change: ContactFields,
): Promise<void> {
  await updateRecord(scope, 'contact', { id, version }, columnsOf(change));
}

/** Moves a contact into the trash or out of it. Whether there was one to move. */
export async function setContactDeleted(
  scope: Scope,
  id: ContactId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'contact', id, isDeleted);
}

/** The last day on which anybody of ours spoke or wrote with a contact; notes do not count. */
function lastContact(): RawBuilder<CalendarDate | null> {
  return sql<CalendarDate | null>`(
    select max(i.on_date) from interaction_contact ic
    join interaction i on i.workspace_id = ic.workspace_id and i.id = ic.interaction_id
    where ic.workspace_id = contact.workspace_id and ic.contact_id = contact.id
      and i.kind <> 'note' and i.deleted_at is null)`;
}

/** Every word in the name or title, or all of them in an e-mail, a phone number or an account. */
function matching(search: string): RawBuilder<boolean> {
  const own = containing(['contact.name', 'contact.job_title'], search);
  return sql<boolean>`(${own}
    or exists (select from contact_email e where e.workspace_id = contact.workspace_id
      and e.contact_id = contact.id and ${containing(['e.email'], search)})
    or exists (select from contact_account ca
      join account a on a.workspace_id = ca.workspace_id and a.id = ca.account_id
      where ca.workspace_id = contact.workspace_id and ca.contact_id = contact.id
        and ${containing(['a.name'], search)}))`;
}

function contactRows(scope: Scope) {
  return scope.tx
    .selectFrom('contact')
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'contact.workspace_id')
        .onRef('owner.id', '=', 'contact.owner_id'),
    )
    .where('contact.workspace_id', '=', scope.workspaceId)
    .select([
      'contact.id',
      'contact.number',
      'contact.version',
      'contact.name',
      'contact.job_title',
      'contact.preferred_channel',
      'contact.language',
      'contact.do_not_contact',
      'contact.owner_id',
      'owner.name as owner_name',
      lastContact().as('last_contact_on'),
      firstOf('contact_email', 'email').as('email'),
      firstOf('contact_phone', 'phone').as('phone'),
      sql<ContactPlace[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'role', ca.role,
          'needs', ca.needs, 'isPrimary', ca.is_primary) order by ca.is_primary desc, a.name, a.id)
        from contact_account ca join account a on a.workspace_id = ca.workspace_id and a.id = ca.account_id
        where ca.workspace_id = contact.workspace_id and ca.contact_id = contact.id
          and a.deleted_at is null), '[]')`.as('accounts'),
    ]);
}

function firstOf(
  table: 'contact_email' | 'contact_phone',
  column: string,
): RawBuilder<string | null> {
  return sql<string | null>`(select x.${sql.ref(column)} from ${sql.table(table)} x
    where x.workspace_id = contact.workspace_id and x.contact_id = contact.id
    order by x.position, x.id limit 1)`;
}
