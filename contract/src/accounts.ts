import { accountHealths } from '@evenkeel/core/contacts/account-health';
import { contactStandings } from '@evenkeel/core/contacts/cadence';
import { lifecycles } from '@evenkeel/core/contacts/lifecycle';
import type { AccountId, PersonId } from '@evenkeel/core/id';
import { z } from 'zod';
import { channel, language } from './contacts.ts';
import { done, endpoint, listQuery, page } from './endpoint.ts';
import {
  calendarDate,
  givenRevenue,
  id,
  instant,
  longText,
  minorUnits,
  recordDate,
  recordName,
  reference,
  shortText,
  version,
} from './scalars.ts';

const accountId = id<AccountId>();
const params = z.object({ id: accountId });

/** An account as lists show it. */
export const accountRow = z.object({
  id: accountId,
  number: z.int(),
  version,
  name: z.string(),
  sector: z.string().nullable(),
  country: z.string().nullable(),
  employees: z.int().nullable(),
  annualRevenue: minorUnits.nullable(),
  owner: reference<PersonId>().nullable(),
  parent: reference<AccountId>().nullable(),
  openDeals: z.int(),
  openValue: minorUnits,
  wonDeals: z.int(),
  wonValue: minorUnits,
  lifecycle: z.enum(lifecycles).describe('What was decided, else what the work says.'),
  runningProjects: z.int(),
  lateProjects: z.int().describe('Running projects whose end has passed.'),
  lastContactOn: calendarDate.nullable(),
  nextContact: z.object({
    dueOn: calendarDate.nullable(),
    standing: z.enum(contactStandings),
    daysOverdue: z.int(),
  }),
  health: z.enum(accountHealths),
  healthReason: z.string(),
});
export type AccountRow = z.infer<typeof accountRow>;

/** An account with everything on it. */
export const accountView = accountRow.extend({
  foundedYear: z.int().nullable(),
  website: z.string().nullable(),
  notes: z.string(),
  decidedLifecycle: z.enum(lifecycles).nullable().describe('Null: the work says it.'),
  preferredChannel: channel.nullable(),
  language: language.nullable(),
  interpreterNote: z.string(),
  contactCadenceDays: z.int().nullable(),
  nextContactOn: calendarDate.nullable().describe('The day somebody set for the next contact.'),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
export type AccountView = z.infer<typeof accountView>;

const fields = {
  name: recordName,
  sector: shortText.nullable(),
  country: shortText.nullable(),
  employees: z.int().min(0).nullable(),
  annualRevenue: givenRevenue.nullable(),
  foundedYear: z.int().min(1).max(9999).nullable(),
  website: shortText.nullable(),
  notes: longText,
  ownerId: id<PersonId>().nullable(),
  parentId: accountId.nullable(),
  lifecycle: z.enum(lifecycles).nullable(),
  preferredChannel: channel.nullable(),
  language: language.nullable(),
  interpreterNote: shortText,
  contactCadenceDays: z.int().min(1).max(730).nullable(),
  nextContactOn: recordDate.nullable(),
};

/** What a new account takes. */
export const accountDraft = z.object(fields).partial().required({ name: true });
/** What can be changed on an account. */
export const accountChange = z.object(fields).partial();

export const accounts = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/accounts',
    permission: 'read',
    summary: 'Accounts with their open and won deals.',
    query: listQuery(
      ['name', 'number', 'sector', 'country', 'openValue', 'wonValue', 'lastContactOn'],
      {},
    ),
    output: page(accountRow),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/accounts/:id',
    permission: 'read',
    summary: 'One account.',
    params,
    output: accountView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/accounts',
    permission: 'write',
    summary: 'Add an account.',
    body: accountDraft,
    output: accountView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/accounts/:id',
    permission: 'write',
    summary: 'Change fields of an account.',
    ifMatch: true,
    params,
    body: accountChange,
    output: accountView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/accounts/:id',
    permission: 'write',
    summary: 'Move an account to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/accounts/:id/restore',
    permission: 'write',
    summary: 'Take an account out of the trash.',
    params,
    output: accountView,
  }),
};
