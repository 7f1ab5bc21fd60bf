import type {
  AccountId,
  ClientDutyId,
  ContactId,
  DeliverableId,
  Id,
  ProjectId,
  TaskId,
} from '@evenkeel/core/id';
import { dutyKinds, dutyStates } from '@evenkeel/core/waits/duty';
import { waitSides } from '@evenkeel/core/waits/wait-clock';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  calendarDate,
  id,
  instant,
  longText,
  recordDate,
  recordName,
  reference,
  version,
} from './scalars.ts';

const dutyId = id<ClientDutyId>();
const params = z.object({ id: dutyId });

/** Something the client is to do: what, who, by when (CL-05). A task on their side. */
export const clientDutyView = z.object({
  id: dutyId,
  version,
  project: reference<ProjectId>(),
  account: reference<AccountId>().nullable(),
  task: reference<TaskId>().extend({ number: z.int() }),
  kind: z.enum(dutyKinds),
  contact: reference<ContactId>(),
  dueOn: calendarDate,
  details: z.string(),
  state: z.enum(dutyStates),
  stateSince: instant,
  createdAt: instant,
  answer: z.string(),
  answeredAt: instant.nullable(),
  answeredBy: z.string().nullable(),
  sentBackReason: z.string(),
  fileCount: z.int().describe('Files on the task, of either side.'),
  deliverable: reference<DeliverableId>().nullable().describe('What is to be approved.'),
});
export type ClientDutyView = z.infer<typeof clientDutyView>;

/** Minutes that went by, and whose they were; `ours + theirs + neither = elapsed` (B15). */
export const waitSplit = z.object({
  ours: z.int(),
  theirs: z.int(),
  neither: z.int().describe('Nights, weekends and holidays, and what rests by agreement.'),
  elapsed: z.int(),
});

/** What is waited for: whose it is now, how its time is split, and the rows behind the figures. */
export const waitView = z.object({
  subject: z.object({
    kind: z.enum(['client-duty', 'deliverable', 'change-request']),
    id: id<Id<string>>(),
    name: z.string(),
  }),
  project: reference<ProjectId>(),
  contact: z.string().nullable(),
  dueOn: calendarDate.nullable(),
  holder: z.enum(waitSides).nullable().describe('Null when nobody waits any more.'),
  split: waitSplit,
  late: waitSplit.describe('The part after the day that was agreed.'),
  stretches: z.array(
    z.object({
      holder: z.enum(waitSides),
      from: instant,
      to: instant,
      workMinutes: z.int().describe('What counts for that side.'),
    }),
  ),
});
export type WaitView = z.infer<typeof waitView>;

/** The two-sided clock of a project or an account. */
export const waitsView = z.object({
  total: waitSplit,
  late: waitSplit,
  dayMinutes: z.int().describe('Working minutes of a usual day, to read minutes as days.'),
  rows: z.array(waitView),
});
export type WaitsView = z.infer<typeof waitsView>;

/** What we need from the client, and whose the waiting was (CL-05, B15). */
export const clientDuties = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/client-duties',
    permission: 'read',
    summary: 'What clients are asked for: of a project, an account, or all that is open.',
    query: z.object({
      projectId: id<ProjectId>().optional(),
      accountId: id<AccountId>().optional(),
      open: z.enum(['true', 'false']).default('false'),
    }),
    output: z.object({ rows: z.array(clientDutyView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/client-duties',
    permission: 'write',
    summary: 'Ask a contact for something by a day; it becomes a task on their side.',
    body: z.object({
      projectId: id<ProjectId>(),
      name: recordName,
      kind: z.enum(dutyKinds).exclude(['approval']),
      contactId: id<ContactId>(),
      dueOn: recordDate,
      details: longText.optional(),
      neededForId: id<TaskId>().optional().describe('The task of ours that waits for it.'),
    }),
    output: clientDutyView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/client-duties/:id',
    permission: 'write',
    summary: 'Change who is asked, by when, or the details.',
    ifMatch: true,
    params,
    body: z.object({ contactId: id<ContactId>(), dueOn: recordDate, details: longText }).partial(),
    output: clientDutyView,
  }),
  step: endpoint({
    method: 'POST',
    path: '/api/v1/client-duties/:id/step',
    permission: 'write',
    summary:
      'Confirm what the client did, send it back, let it rest, take it up again, withdraw it.',
    ifMatch: true,
    params,
    body: z.object({
      step: z.enum(['confirm', 'send-back', 'pause', 'resume', 'withdraw']),
      reason: longText.optional().describe('What is missing; sent back only with it.'),
    }),
    output: clientDutyView,
  }),
  waits: endpoint({
    method: 'GET',
    path: '/api/v1/client-waits',
    permission: 'read',
    summary:
      'Who waited for whom, and for how long: of a project, or of all projects of an account.',
    query: z.object({
      projectId: id<ProjectId>().optional(),
      accountId: id<AccountId>().optional(),
    }),
    output: waitsView,
  }),
};
