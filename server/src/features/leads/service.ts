import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { leadChange, leadDraft, leads } from '@evenkeel/contract/leads';
import type { AccountId, ContactId, LeadId } from '@evenkeel/core/id';
import { type LeadDefinition, testLead } from '@evenkeel/core/leads/qualification';
import type { z } from 'zod';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { createAccount } from '../accounts/service.ts';
import { createContact, putAtAccount } from '../contacts/service.ts';
import { createDeal } from '../deals/service.ts';
import { getDefinition } from './definition/service.ts';
import { findMatches } from './matches/service.ts';
import * as repository from './repository.ts';

export { define, getDefinition } from './definition/service.ts';
export { listLeads } from './repository.ts';

export type LeadWithDefinition = {
  readonly lead: repository.LeadRecord;
  readonly definition: LeadDefinition;
};

export async function getLead(scope: Scope, id: LeadId): Promise<LeadWithDefinition> {
  const lead = await repository.findLead(scope, id);
  if (!lead) throw new AppError('not-found', 'There is no such lead.');
  return { lead, definition: await getDefinition(scope) };
}

export async function createLead(
  scope: Scope,
  draft: z.infer<typeof leadDraft>,
): Promise<LeadWithDefinition> {
  return getLead(scope, await repository.insertLead(scope, draft));
}

export async function updateLead(
  scope: Scope,
  id: LeadId,
  version: number,
  change: z.infer<typeof leadChange>,
): Promise<LeadWithDefinition> {
  const { lead } = await getLead(scope, id);
  refuseQualified(lead);
  const isMoved = change.state !== undefined && change.state !== lead.state;
  await repository.updateLead(scope, id, version, {
    ...change,
    ...(isMoved ? { stateSince: scope.today, disqualifiedReason: null } : {}),
  });
  return getLead(scope, id);
}

/** Accounts and contacts that a lead probably means. */
export async function matchesOf(scope: Scope, id: LeadId) {
  const { lead } = await getLead(scope, id);
  return findMatches(scope, lead);
}

/**
 * Makes account, contact and deal of a lead in the transaction of the call, with everything the lead
 * knows: nothing is typed again. Refused while a criterion of the definition is not met.
 */
export async function qualifyLead(
  scope: Scope,
  id: LeadId,
  version: number,
  choice: BodyOf<typeof leads.qualify>,
): Promise<LeadWithDefinition> {
  const { lead, definition } = await getLead(scope, id);
  refuseQualified(lead);
  refuseUnmet(lead, definition);
  const accountId = choice.accountId ?? (await accountOf(scope, lead));
  const contactId = await contactOf(scope, lead, { accountId, contactId: choice.contactId });
  const { deal } = await createDeal(scope, {
    name: choice.dealName,
    accountId,
    ownerId: lead.owner_id ?? scope.actor.personId,
    notes: [lead.interest, lead.notes].filter((text) => text.trim() !== '').join('\n\n'),
    ...(choice.value === undefined ? {} : { value: choice.value }),
  });
  await repository.updateLead(scope, id, version, {
    state: 'qualified',
    stateSince: scope.today,
    disqualifiedReason: null,
    accountId,
    contactId,
    dealId: deal.id,
  });
  return getLead(scope, id);
}

export async function disqualifyLead(
  scope: Scope,
  id: LeadId,
  version: number,
  reason: string,
): Promise<LeadWithDefinition> {
  const { lead } = await getLead(scope, id);
  refuseQualified(lead);
  await repository.updateLead(scope, id, version, {
    state: 'disqualified',
    stateSince: scope.today,
    disqualifiedReason: reason,
  });
  return getLead(scope, id);
}

export async function removeLead(scope: Scope, id: LeadId): Promise<void> {
  if (await repository.setLeadDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such lead.');
}

export async function restoreLead(scope: Scope, id: LeadId): Promise<LeadWithDefinition> {
  await repository.setLeadDeleted(scope, id, false);
  return getLead(scope, id);
}

async function accountOf(scope: Scope, lead: repository.LeadRecord): Promise<AccountId> {
  const account = await createAccount(scope, {
    name: lead.company?.trim() || lead.name,
    ownerId: lead.owner_id ?? scope.actor.personId,
  });
  return account.id;
}

async function contactOf(
  scope: Scope,
  lead: repository.LeadRecord,
  { accountId, contactId }: { accountId: AccountId; contactId: ContactId | null },
): Promise<ContactId> {
  if (contactId !== null) {
    await putAtAccount(scope, contactId, accountId);
    return contactId;
  }
  const contact = await createContact(scope, {
    name: lead.name,
    jobTitle: lead.job_title,
    ownerId: lead.owner_id ?? scope.actor.personId,
    emails: lead.email ? [{ email: lead.email, label: '' }] : [],
    phones: lead.phone && lead.phone.length >= 3 ? [{ phone: lead.phone, label: '' }] : [],
    accounts: [{ accountId, role: lead.job_title ?? '', needs: '', isPrimary: true }],
  });
  return contact.id;
}

function refuseQualified(lead: repository.LeadRecord): void {
  if (lead.state === 'qualified')
    throw new AppError('wrong-state', 'This lead is qualified already; go on in its deal.');
}

function refuseUnmet(lead: repository.LeadRecord, definition: LeadDefinition): void {
  const facts = { ...lead, ownerId: lead.owner_id };
  const unmet = testLead(facts, definition.criteria).filter(({ isMet }) => !isMet);
  if (unmet.length === 0) return;
  const names = unmet.map(({ name }) => name).join('; ');
  throw new AppError('wrong-state', `By the definition this lead is not qualified yet: ${names}.`, {
    issues: unmet.map(({ key, name }) => ({
      path: ['criteria', key],
      code: 'not-met',
      message: name,
    })),
  });
}
