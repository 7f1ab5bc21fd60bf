import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { leadChange, leadDraft, leads } from '@evenkeel/contract/leads';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId, ContactId, DealId, LeadId } from '@evenkeel/core/id';
import type { LeadState } from '@evenkeel/core/leads/qualification';
import { sql } from 'kysely';
import type { z } from 'zod';
import { columnsOf } from '../../platform/db/columns.ts';
import { nextNumbers } from '../../platform/db/numbers.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  number: { by: sql.ref('lead.number'), type: 'int' },
  name: { by: sql.ref('lead.name'), type: 'text' },
  company: { by: sql.ref('lead.company'), type: 'text' },
  stateSince: { by: sql.ref('lead.state_since'), type: 'date' },
};

export type LeadRecord = Awaited<ReturnType<typeof findLead>> & object;

export function listLeads(scope: Scope, request: QueryOf<typeof leads.list>) {
  let query = leadRows(scope).where('lead.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('lead.id', 'in', request.ids as LeadId[]);
  if (request.state) query = query.where('lead.state', 'in', request.state);
  if (request.search) {
    query = query.where(
      containing(['lead.name', 'lead.company', 'lead.email', 'lead.interest'], request.search),
    );
  }
  return readPage(query, request, sortKeys, sql<string>`lead.id`);
}

/** One lead, also from the trash. */
export function findLead(scope: Scope, id: LeadId) {
  return leadRows(scope).where('lead.id', '=', id).executeTakeFirst();
}

export async function insertLead(scope: Scope, draft: z.infer<typeof leadDraft>): Promise<LeadId> {
  const id = newId<LeadId>();
  const { name, ...rest } = draft;
  await scope.tx
    .insertInto('lead')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'lead'),
      name,
      state_since: scope.today,
      ...columnsOf(rest),
    })
    .execute();
  return id;
}

export async function updateLead(
  scope: Scope,
  id: LeadId,
  version: number,
  change: Omit<z.infer<typeof leadChange>, 'state'> & {
    state?: LeadState | undefined;
    stateSince?: CalendarDate;
    disqualifiedReason?: string | null;
    accountId?: AccountId;
    contactId?: ContactId;
    dealId?: DealId;
  },
): Promise<void> {
  await updateRecord(scope, 'lead', { id, version }, columnsOf(change));
}

/** Moves a lead into the trash or out of it. Whether there was one to move. */
export async function setLeadDeleted(
  scope: Scope,
  id: LeadId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'lead', id, isDeleted);
}

function leadRows(scope: Scope) {
  return scope.tx
    .selectFrom('lead')
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'lead.workspace_id')
        .onRef('owner.id', '=', 'lead.owner_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'lead.workspace_id')
        .onRef('account.id', '=', 'lead.account_id'),
    )
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'lead.workspace_id')
        .onRef('contact.id', '=', 'lead.contact_id'),
    )
    .leftJoin('deal', (join) =>
      join
        .onRef('deal.workspace_id', '=', 'lead.workspace_id')
        .onRef('deal.id', '=', 'lead.deal_id'),
    )
    .where('lead.workspace_id', '=', scope.workspaceId)
    .selectAll('lead')
    .select([
      'owner.name as owner_name',
      'account.name as account_name',
      'contact.name as contact_name',
      'deal.name as deal_name',
    ]);
}
