import type {
  AccountId,
  ContactId,
  DealId,
  InteractionId,
  MemberId,
  PersonId,
  ProjectId,
} from '@evenkeel/core/id';
import { interactionDirections, interactionKinds } from '@evenkeel/core/interactions/interaction';
import { z } from 'zod';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import {
  calendarDate,
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

const interactionId = id<InteractionId>();
const params = z.object({ id: interactionId });

/** A call, a mail, a meeting with a client, or a note about them. */
export const interactionView = z.object({
  id: interactionId,
  version,
  kind: z.enum(interactionKinds),
  name: z.string().describe('What it was about.'),
  on: calendarDate,
  direction: z.enum(interactionDirections).nullable(),
  notes: z.string(),
  outcome: z.string(),
  account: reference<AccountId>().nullable(),
  deal: reference<DealId>().nullable(),
  project: reference<ProjectId>().nullable(),
  contacts: z.array(reference<ContactId>()),
  people: z.array(reference<PersonId>()),
  followUp: z
    .object({
      on: calendarDate,
      owner: reference<PersonId>().nullable(),
      doneOn: calendarDate.nullable(),
    })
    .nullable(),
  by: reference<MemberId>().nullable(),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
export type InteractionView = z.infer<typeof interactionView>;

const fields = {
  kind: z.enum(interactionKinds),
  name: recordName,
  on: recordDate,
  direction: z.enum(interactionDirections).nullable(),
  notes: longText,
  outcome: shortText,
  accountId: id<AccountId>().nullable(),
  dealId: id<DealId>().nullable(),
  projectId: id<ProjectId>().nullable(),
  contactIds: z.array(id<ContactId>()).max(50),
  personIds: z.array(id<PersonId>()).max(50),
  followUpOn: recordDate.nullable(),
  followUpOwnerId: id<PersonId>().nullable(),
};

/**
 * What a new interaction takes; it is of today unless a day is given. The account comes from the
 * deal, the project or the main account of the contact when none is named.
 */
export const interactionDraft = z.object(fields).partial().required({ kind: true, name: true });
/** What can be changed on an interaction; contacts and people are given whole. */
export const interactionChange = z.object(fields).partial();

/** What one person did for sales in a period (CR-23). */
const activityRow = z.object({
  person: reference<PersonId>(),
  calls: z.int(),
  emails: z.int(),
  meetings: z.int(),
  dealsOpened: z.int(),
  dealsWon: z.int(),
  valueWon: minorUnits,
  openFollowUps: z.int().describe('As of today, whenever they were made.'),
});
export type ActivityRow = z.infer<typeof activityRow>;

export const interactions = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/interactions',
    permission: 'read',
    summary: 'Calls, mails, meetings and notes.',
    query: listQuery(['on', 'name'], {
      accountId: commaList(id<AccountId>()).optional(),
      contactId: commaList(id<ContactId>()).optional(),
      dealId: commaList(id<DealId>()).optional(),
      projectId: commaList(id<ProjectId>()).optional(),
      kind: commaList(z.enum(interactionKinds)).optional(),
      followUpOwnerId: commaList(id<PersonId>()).optional(),
      openFollowUps: z.enum(['true']).optional(),
    }),
    output: page(interactionView),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/interactions/:id',
    permission: 'read',
    summary: 'One interaction.',
    params,
    output: interactionView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/interactions',
    permission: 'write',
    summary: 'Log a call, a mail, a meeting or a note.',
    body: interactionDraft,
    output: interactionView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/interactions/:id',
    permission: 'write',
    summary: 'Change an interaction; contacts and people are given whole.',
    ifMatch: true,
    params,
    body: interactionChange,
    output: interactionView,
  }),
  setFollowUpDone: endpoint({
    method: 'POST',
    path: '/api/v1/interactions/:id/follow-up',
    permission: 'write',
    summary: 'Say that the follow-up was done, or that it is open again.',
    params,
    body: z.object({ isDone: z.boolean() }),
    output: interactionView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/interactions/:id',
    permission: 'write',
    summary: 'Move an interaction to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/interactions/:id/restore',
    permission: 'write',
    summary: 'Take an interaction out of the trash.',
    params,
    output: interactionView,
  }),
  activity: endpoint({
    method: 'GET',
    path: '/api/v1/sales-activity',
    permission: 'read',
    summary: 'What each person did for sales in a period (CR-23).',
    query: z.object({ from: calendarDate, to: calendarDate }),
    output: z.object({ rows: z.array(activityRow) }),
  }),
};
