import type { AccountId, ContactId, DealId, LeadId, PersonId } from '@evenkeel/core/id';
import { criterionRules, leadStates } from '@evenkeel/core/leads/qualification';
import { z } from 'zod';
import { emailAddress } from './contacts.ts';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import {
  calendarDate,
  givenAmount,
  id,
  instant,
  longText,
  recordName,
  reference,
  shortText,
  version,
} from './scalars.ts';

const leadId = id<LeadId>();
const params = z.object({ id: leadId });

const criterion = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 small letters, digits and dashes'),
  name: z.string().trim().min(1, 'is needed').max(200, 'is longer than 200 characters'),
  rule: z.enum(criterionRules),
});

/** The written definition of a qualified lead, agreed by sales and marketing. */
export const leadDefinition = z.object({
  text: longText,
  criteria: z.array(criterion).max(20),
});
export type LeadDefinitionView = z.infer<typeof leadDefinition>;

/** A lead: interest nobody has looked into yet, with each criterion of the definition. */
export const leadView = z.object({
  id: leadId,
  number: z.int(),
  version,
  name: z.string(),
  company: z.string().nullable(),
  jobTitle: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  source: z.string(),
  interest: z.string(),
  owner: reference<PersonId>().nullable(),
  state: z.enum(leadStates),
  stateSince: calendarDate,
  disqualifiedReason: z.string().nullable(),
  notes: z.string(),
  criteria: z.array(criterion.extend({ isMet: z.boolean() })),
  metCount: z.int(),
  account: reference<AccountId>().nullable(),
  contact: reference<ContactId>().nullable(),
  deal: reference<DealId>().nullable(),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
export type LeadView = z.infer<typeof leadView>;

const fields = {
  name: recordName,
  company: shortText.nullable(),
  jobTitle: shortText.nullable(),
  email: emailAddress.nullable(),
  phone: z.string().trim().max(60, 'is longer than 60 characters').nullable(),
  source: shortText,
  interest: longText,
  ownerId: id<PersonId>().nullable(),
  notes: longText,
};
/** What a new lead takes. */
export const leadDraft = z.object(fields).partial().required({ name: true });
/** What can be changed on a lead; `ticked` are the keys of the criteria somebody ticked, whole. */
export const leadChange = z
  .object({
    ...fields,
    state: z.enum(['new', 'working']),
    ticked: z.array(z.string().max(40)).max(20),
  })
  .partial();

export const leads = {
  definition: endpoint({
    method: 'GET',
    path: '/api/v1/lead-definition',
    permission: 'read',
    summary: 'What the firm calls a qualified lead.',
    output: leadDefinition,
  }),
  define: endpoint({
    method: 'PUT',
    path: '/api/v1/lead-definition',
    permission: 'manage',
    summary: 'Write down what the firm calls a qualified lead.',
    body: leadDefinition,
    output: leadDefinition,
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/v1/leads',
    permission: 'read',
    summary: 'Leads.',
    query: listQuery(['number', 'name', 'company', 'stateSince'], {
      state: commaList(z.enum(leadStates)).optional(),
    }),
    output: page(leadView),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/leads/:id',
    permission: 'read',
    summary: 'One lead.',
    params,
    output: leadView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/leads',
    permission: 'write',
    summary: 'Add a lead.',
    body: leadDraft,
    output: leadView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/leads/:id',
    permission: 'write',
    summary: 'Change a lead that is not decided yet, or open one again.',
    ifMatch: true,
    params,
    body: leadChange,
    output: leadView,
  }),
  matches: endpoint({
    method: 'GET',
    path: '/api/v1/leads/:id/matches',
    permission: 'read',
    summary: 'Accounts and contacts that are here already and probably mean the same.',
    params,
    output: z.object({
      accounts: z.array(reference<AccountId>()),
      contacts: z.array(reference<ContactId>()),
    }),
  }),
  qualify: endpoint({
    method: 'POST',
    path: '/api/v1/leads/:id/qualify',
    permission: 'write',
    summary: 'Make account, contact and deal of a lead that meets the definition, all or none.',
    ifMatch: true,
    params,
    body: z.object({
      accountId: id<AccountId>().nullable().describe('Null: a new account of the company.'),
      contactId: id<ContactId>().nullable().describe('Null: a new contact of the name.'),
      dealName: recordName,
      value: givenAmount.optional(),
    }),
    output: leadView,
  }),
  disqualify: endpoint({
    method: 'POST',
    path: '/api/v1/leads/:id/disqualify',
    permission: 'write',
    summary: 'Say why a lead comes to nothing.',
    ifMatch: true,
    params,
    body: z.object({ reason: z.string().trim().min(1, 'is needed').max(500) }),
    output: leadView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/leads/:id',
    permission: 'write',
    summary: 'Move a lead to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/leads/:id/restore',
    permission: 'write',
    summary: 'Take a lead out of the trash.',
    params,
    output: leadView,
  }),
};
