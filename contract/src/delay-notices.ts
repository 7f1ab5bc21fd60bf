import type { AccountId, DelayNoticeId, Id, PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import { noticeStates, withdrawals } from '@evenkeel/core/promises/notice';
import { delayCauses } from '@evenkeel/core/promises/plan-difference';
import { subjectKinds } from '@evenkeel/core/subject';
import { portalLanguages } from '@evenkeel/core/words/language';
import { z } from 'zod';
import { commaList, endpoint } from './endpoint.ts';
import { calendarDate, id, instant, longText, reference, version } from './scalars.ts';

const noticeId = id<DelayNoticeId>();

/** A reason of a delay as a client reads it. */
export const clientReasonView = z.object({
  cause: z.enum(delayCauses),
  days: z.int().describe('Working days; negative where it gives days back.'),
  task: z.string().nullable().describe('Only of a task that they see.'),
});

/** Whose the days of a slip are, in working days: together they are the slip (B15). */
export const delaySidesView = z.object({
  ours: z.int(),
  theirs: z.int().describe('From waiting for the client.'),
  neither: z.int().describe('Resting by agreement, and the reserve in the told date.'),
});
/** Whose the days of a slip are. */
export type DelaySidesView = z.infer<typeof delaySidesView>;

/** A delay notice as lists show it (B07). */
export const delayNoticeRow = z.object({
  id: noticeId,
  version,
  project: reference<ProjectId>(),
  account: reference<AccountId>().nullable(),
  projectManager: reference<PersonId>().nullable(),
  subject: z.object({ kind: z.enum(subjectKinds), id: id<Id<string>>() }),
  wording: z.string(),
  oldDay: calendarDate,
  newDay: calendarDate,
  slipDays: z.int().describe('Forecast − promised day, in working days.'),
  state: z.enum(noticeStates),
  withdrawal: z.enum(withdrawals).nullable(),
  mayMove: z.boolean().describe('Agreed to move without asking (CL-08): sending moves the date.'),
  draftedAt: instant,
  sentAt: instant.nullable(),
  leadDays: z.int().nullable().describe('Working days from sending to the promised day.'),
  answeredAt: instant.nullable(),
});
/** A delay notice as lists show it. */
export type DelayNoticeRow = z.infer<typeof delayNoticeRow>;

/** A delay notice in both voices: the firm's reasons task by task, and the client's text. */
export const delayNoticeView = delayNoticeRow.extend({
  reasons: z.array(
    z.object({
      cause: z.enum(delayCauses),
      days: z.int(),
      task: reference<TaskId>().nullable(),
      projectName: z.string().nullable().describe('Of another project; never told to the client.'),
    }),
  ),
  clientReasons: z.array(clientReasonView),
  holds: z.object({
    days: z.array(z.object({ wording: z.string(), day: calendarDate })),
    price: z.boolean(),
  }),
  sides: delaySidesView,
  language: z.enum(portalLanguages),
  clientText: z.string(),
  isEdited: z.boolean(),
  sentBy: z.string().nullable(),
  toldTo: z.array(z.string()),
  answeredBy: z.string().nullable(),
  answerWords: z.string(),
  answerTask: reference<TaskId>().nullable().describe('What the wish for a change became.'),
});
/** A delay notice in both voices. */
export type DelayNoticeView = z.infer<typeof delayNoticeView>;

/** A small slip: past the promised day, within the tolerance; it goes into the weekly status. */
export const smallSlip = z.object({
  project: reference<ProjectId>(),
  wording: z.string(),
  promised: calendarDate,
  forecast: calendarDate,
  slipDays: z.int(),
  toleranceDays: z.int(),
});
/** A small slip. */
export type SmallSlip = z.infer<typeof smallSlip>;

const params = z.object({ id: noticeId });

/** Notices to clients about promised days that move: drafted by themselves, sent by people. */
export const delayNotices = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/delay-notices',
    permission: 'read',
    summary: 'Delay notices, those to send and to answer first.',
    query: z.object({
      projectId: id<ProjectId>().optional(),
      accountId: id<AccountId>().optional(),
      state: commaList(z.enum(noticeStates)).optional(),
    }),
    output: z.object({ rows: z.array(delayNoticeRow) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/delay-notices/:id',
    permission: 'read',
    summary: 'One delay notice, with the reasons and the text for the client.',
    params,
    output: delayNoticeView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/delay-notices/:id',
    permission: 'write',
    summary:
      'Edit the text for the client; an empty one is drafted anew, in the language asked for.',
    ifMatch: true,
    params,
    body: z.object({ clientText: longText, language: z.enum(portalLanguages) }).partial(),
    output: delayNoticeView,
  }),
  send: endpoint({
    method: 'POST',
    path: '/api/v1/delay-notices/:id/send',
    permission: 'write',
    summary: 'Send a notice to the portal and by mail. Until then the visible date stays.',
    ifMatch: true,
    params,
    output: delayNoticeView,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/api/v1/delay-notices/:id/withdraw',
    permission: 'write',
    summary:
      'Withdraw a draft: the firm means to keep the date. It is drafted again if it slips on.',
    ifMatch: true,
    params,
    output: delayNoticeView,
  }),
  smallSlips: endpoint({
    method: 'GET',
    path: '/api/v1/client-projects/:id/small-slips',
    permission: 'read',
    summary: 'Slips within the tolerance of a project: for the weekly status.',
    params: z.object({ id: id<ProjectId>() }),
    output: z.object({ rows: z.array(smallSlip) }),
  }),
};
