import { agreementSides } from '@evenkeel/core/agreements/agreement';
import { changeStates } from '@evenkeel/core/change-requests/change-request';
import type { ChangeRequestId, ProjectId, RoleId, TaskId } from '@evenkeel/core/id';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  calendarDate,
  effortMinutes,
  givenAmount,
  id,
  instant,
  longText,
  minorUnits,
  recordName,
  reference,
  version,
} from './scalars.ts';

/** A piece of work that a change adds. */
export const changeWork = z.object({
  name: recordName,
  roleId: id<RoleId>().nullable(),
  estimateMinutes: effortMinutes,
  afterId: id<TaskId>().nullable().describe('It can begin once this is done.'),
  beforeId: id<TaskId>().nullable().describe('This waits for it.'),
});

/** What a change does to dates, hours and price. */
export const changeEffect = z.object({
  minutes: z.int(),
  price: minorUnits.nullable().describe('Null where a piece of work has no rate.'),
  endBefore: calendarDate.nullable(),
  endAfter: calendarDate.nullable(),
  milestones: z.array(
    z.object({
      id: id<TaskId>(),
      name: z.string(),
      before: calendarDate.nullable(),
      after: calendarDate.nullable(),
    }),
  ),
});
export type ChangeEffectView = z.infer<typeof changeEffect>;

/** Something that is to be different from what was agreed, asked for by either side. */
export const changeRequestView = z.object({
  id: id<ChangeRequestId>(),
  version,
  project: reference<ProjectId>(),
  name: z.string(),
  wanted: z.string(),
  side: z.enum(agreementSides),
  askedBy: z.string(),
  createdAt: instant,
  state: z.enum(changeStates),
  stateSince: instant,
  work: z.array(changeWork),
  givenPrice: minorUnits.nullable(),
  effect: changeEffect.nullable().describe('As it was sent.'),
  sentAt: instant.nullable(),
  staleReasons: z.array(z.string()).describe('What was no longer as shown when it was accepted.'),
  decidedAt: instant.nullable(),
  decidedBy: z.string(),
  reason: z.string(),
});
export type ChangeRequestView = z.infer<typeof changeRequestView>;

const params = z.object({ id: id<ChangeRequestId>() });
const fields = {
  name: recordName,
  wanted: longText,
  work: z.array(changeWork).max(50),
  givenPrice: givenAmount.nullable().describe('In place of the price by the rate card.'),
};

/** Change requests: the effect is computed before the client accepts, and applied exactly as shown. */
export const changeRequests = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/change-requests',
    permission: 'read',
    summary: 'Change requests of a project, the open ones first.',
    query: z.object({ projectId: id<ProjectId>().optional() }),
    output: z.object({ rows: z.array(changeRequestView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/change-requests',
    permission: 'write',
    summary: 'Ask for a change on behalf of the firm.',
    body: z.object(fields).partial().extend({ projectId: id<ProjectId>(), name: recordName }),
    output: changeRequestView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/change-requests/:id',
    permission: 'write',
    summary: 'Change what is wanted, the work it takes, or its price, while it is not sent.',
    ifMatch: true,
    params,
    body: z.object(fields).partial(),
    output: changeRequestView,
  }),
  effect: endpoint({
    method: 'POST',
    path: '/api/v1/change-requests/:id/effect',
    permission: 'write',
    summary: 'What the change would do to dates, hours and price: made in the plan and taken back.',
    params,
    output: changeEffect,
  }),
  send: endpoint({
    method: 'POST',
    path: '/api/v1/change-requests/:id/sending',
    permission: 'write',
    summary: 'Work out the effect and put it before the client as dates and price.',
    ifMatch: true,
    params,
    output: changeRequestView,
  }),
  close: endpoint({
    method: 'POST',
    path: '/api/v1/change-requests/:id/closing',
    permission: 'write',
    summary: 'Refuse a change that the client asked for, or withdraw one of ours.',
    ifMatch: true,
    params,
    body: z.object({ reason: z.string().trim().max(5_000).default('') }),
    output: changeRequestView,
  }),
};
