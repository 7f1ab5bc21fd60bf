import type { QueryOf } from '@evenkeel/contract/endpoint';
import type {
  interactionChange,
  interactionDraft,
  interactions,
} from '@evenkeel/contract/interactions';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  AccountId,
  ContactId,
  DealId,
  Id,
  InteractionId,
  PersonId,
  ProjectId,
} from '@evenkeel/core/id';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { columnsOf } from '../../platform/db/columns.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import { memberIdOf, type Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  on: { by: sql.ref('interaction.on_date'), type: 'date' },
  name: { by: sql.ref('interaction.name'), type: 'text' },
};

type Fields = Omit<z.infer<typeof interactionChange>, 'on' | 'contactIds' | 'personIds'>;
export type InteractionRecord = Awaited<ReturnType<typeof findInteraction>> & object;
type Named = { readonly id: string; readonly name: string };

export function listInteractions(scope: Scope, request: QueryOf<typeof interactions.list>) {
  let query = interactionRows(scope).where('interaction.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('interaction.id', 'in', request.ids as InteractionId[]);
  if (request.search) {
    query = query.where(
      containing(
        ['interaction.name', 'interaction.notes', 'interaction.outcome', 'account.name'],
        request.search,
      ),
    );
  }
  if (request.accountId) query = query.where('interaction.account_id', 'in', request.accountId);
  if (request.dealId) query = query.where('interaction.deal_id', 'in', request.dealId);
  if (request.projectId) query = query.where('interaction.project_id', 'in', request.projectId);
  if (request.kind) query = query.where('interaction.kind', 'in', request.kind);
  if (request.contactId) query = query.where(isWith(request.contactId));
  if (request.followUpOwnerId)
    query = query.where('interaction.follow_up_owner_id', 'in', request.followUpOwnerId);
  if (request.openFollowUps) {
    query = query
      .where('interaction.follow_up_on', 'is not', null)
      .where('interaction.follow_up_done_on', 'is', null);
  }
  return readPage(query, request, sortKeys, sql<string>`interaction.id`);
}

/** One interaction, also from the trash. */
export function findInteraction(scope: Scope, id: InteractionId) {
  return interactionRows(scope).where('interaction.id', '=', id).executeTakeFirst();
}

export async function insertInteraction(
  scope: Scope,
  draft: Fields & Pick<z.infer<typeof interactionDraft>, 'kind' | 'name' | 'on'>,
): Promise<InteractionId> {
  const id = newId<InteractionId>();
  const { kind, name, on, ...rest } = draft;
  await scope.tx
    .insertInto('interaction')
    .values({
      workspace_id: scope.workspaceId,
      id,
      kind,
      name,
      on_date: on ?? scope.today,
      created_by: memberIdOf(scope.actor),
      ...columnsOf(rest),
    })
    .execute();
  return id;
}

export async function updateInteraction(
  scope: Scope,
  id: InteractionId,
  version: number,
  {
    on,
    ...change
  }: Fields & {
    readonly on?: CalendarDate | undefined;
    readonly followUpDoneOn?: CalendarDate | null;
  },
): Promise<void> {
  const columns = { ...columnsOf(change), ...(on === undefined ? {} : { on_date: on }) };
  await updateRecord(scope, 'interaction', { id, version }, columns);
}

/** Moves an interaction into the trash or out of it. Whether there was one to move. */
export async function setInteractionDeleted(
  scope: Scope,
  id: InteractionId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'interaction', id, isDeleted);
}

/** Sets with whom it was: those of the list, and nobody else. */
export async function replaceContacts(
  scope: Scope,
  interactionId: InteractionId,
  contactIds: readonly ContactId[],
): Promise<void> {
  await sql`delete from interaction_contact where interaction_id = ${interactionId}
    and contact_id <> all(${[...contactIds]}::uuid[])`.execute(scope.tx);
  for (const contactId of contactIds) {
    await scope.tx
      .insertInto('interaction_contact')
      .values({
        workspace_id: scope.workspaceId,
        id: newId<Id<'interaction-contact'>>(),
        interaction_id: interactionId,
        contact_id: contactId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Sets who of us took part. */
export async function replacePeople(
  scope: Scope,
  interactionId: InteractionId,
  personIds: readonly PersonId[],
): Promise<void> {
  await sql`delete from interaction_person where interaction_id = ${interactionId}
    and person_id <> all(${[...personIds]}::uuid[])`.execute(scope.tx);
  for (const personId of personIds) {
    await scope.tx
      .insertInto('interaction_person')
      .values({
        workspace_id: scope.workspaceId,
        id: newId<Id<'interaction-person'>>(),
        interaction_id: interactionId,
        person_id: personId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** The account of a project, else of a deal, else the main account of the first contact. */
export async function accountFor(
  scope: Scope,
  about: {
    readonly projectId: ProjectId | null;
    readonly dealId: DealId | null;
    readonly contactId: ContactId | null;
  },
): Promise<AccountId | null> {
  const { rows } = await sql<{ account_id: AccountId | null }>`
    select coalesce(
      (select account_id from project where id = ${about.projectId}),
      (select account_id from deal where id = ${about.dealId}),
      (select account_id from contact_account where contact_id = ${about.contactId} and is_primary)
    ) as account_id`.execute(scope.tx);
  return rows[0]?.account_id ?? null;
}

function isWith(contactIds: readonly ContactId[]): RawBuilder<boolean> {
  return sql<boolean>`exists (select from interaction_contact ic
    where ic.workspace_id = interaction.workspace_id and ic.interaction_id = interaction.id
      and ic.contact_id = any(${[...contactIds]}::uuid[]))`;
}

function interactionRows(scope: Scope) {
  return scope.tx
    .selectFrom('interaction')
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'interaction.workspace_id')
        .onRef('account.id', '=', 'interaction.account_id'),
    )
    .leftJoin('deal', (join) =>
      join
        .onRef('deal.workspace_id', '=', 'interaction.workspace_id')
        .onRef('deal.id', '=', 'interaction.deal_id'),
    )
    .leftJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'interaction.workspace_id')
        .onRef('project.id', '=', 'interaction.project_id'),
    )
    .leftJoin('person as follower', (join) =>
      join
        .onRef('follower.workspace_id', '=', 'interaction.workspace_id')
        .onRef('follower.id', '=', 'interaction.follow_up_owner_id'),
    )
    .leftJoin('member as writer', (join) =>
      join
        .onRef('writer.workspace_id', '=', 'interaction.workspace_id')
        .onRef('writer.id', '=', 'interaction.created_by'),
    )
    .where('interaction.workspace_id', '=', scope.workspaceId)
    .selectAll('interaction')
    .select([
      'account.name as account_name',
      'deal.name as deal_name',
      'project.name as project_name',
      'follower.name as follow_up_owner_name',
      'writer.name as writer_name',
      linked('contact').as('contacts'),
      linked('person').as('people'),
    ]);
}

function linked(table: 'contact' | 'person'): RawBuilder<readonly Named[]> {
  const column = sql.ref(`${table}_id`);
  return sql<readonly Named[]>`coalesce((
    select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) order by x.name, x.id)
    from ${sql.table(`interaction_${table}`)} l
    join ${sql.table(table)} x on x.workspace_id = l.workspace_id and x.id = l.${column}
    where l.workspace_id = interaction.workspace_id and l.interaction_id = interaction.id), '[]')`;
}
