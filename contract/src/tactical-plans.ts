import type {
  GoalId,
  PersonId,
  StrategicPlanId,
  TacticalPlanId,
  TacticId,
} from '@evenkeel/core/id';
import { reviewCadences } from '@evenkeel/core/strategy/review-cadence';
import { quotaPeriods } from '@evenkeel/core/strategy/tactic';
import { z } from 'zod';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import {
  calendarDate,
  id,
  instant,
  longText,
  recordDate,
  recordName,
  reference,
  shortText,
  version,
} from './scalars.ts';

const tacticalPlanId = id<TacticalPlanId>();
const params = z.object({ id: tacticalPlanId });
const tacticParams = z.object({ id: id<TacticId>() });

/** What one person did of a tactic's quota in this period, and in the one before. */
const quotaStanding = z.object({
  person: reference<PersonId>(),
  done: z.int(),
  doneBefore: z.int(),
  isMet: z.boolean(),
});

/** Something done under a tactical plan: counted against a quota, or once (ST-31). */
export const tacticView = z.object({
  id: id<TacticId>(),
  version,
  name: z.string(),
  position: z.number(),
  quota: z
    .int()
    .nullable()
    .describe('So many in each period, by each person; null when it is done once.'),
  period: z.enum(quotaPeriods).nullable(),
  incentive: z.string().describe('What people get for it (ST-33).'),
  dueOn: calendarDate.nullable(),
  doneOn: calendarDate.nullable(),
  people: z.array(reference<PersonId>()),
  standings: z.array(quotaStanding),
  deletedAt: instant.nullable(),
});
export type TacticView = z.infer<typeof tacticView>;

/** A tactical plan as lists show it. */
export const tacticalPlanRow = z.object({
  id: tacticalPlanId,
  number: z.int(),
  version,
  name: z.string(),
  plan: reference<StrategicPlanId>(),
  goal: reference<GoalId>().nullable().describe('The strategic goal that it serves (ST-26).'),
  startsOn: calendarDate.nullable(),
  endsOn: calendarDate.nullable(),
  owner: reference<PersonId>().nullable(),
  reviewCadence: z.enum(reviewCadences),
  lastReviewedOn: calendarDate.nullable(),
  nextReviewOn: calendarDate.nullable(),
  tacticCount: z.int(),
});
export type TacticalPlanRow = z.infer<typeof tacticalPlanRow>;

/** A tactical plan: timeline, tools and resources, specific actions (ST-23). */
export const tacticalPlanView = tacticalPlanRow.extend({
  resources: z.string().describe('Which tools and resources it needs.'),
  tactics: z.array(tacticView),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
export type TacticalPlanView = z.infer<typeof tacticalPlanView>;

const fields = {
  planId: id<StrategicPlanId>(),
  goalId: id<GoalId>().nullable(),
  name: recordName,
  startsOn: recordDate.nullable(),
  endsOn: recordDate.nullable(),
  resources: longText,
  ownerId: id<PersonId>().nullable(),
  reviewCadence: z.enum(reviewCadences),
  lastReviewedOn: recordDate.nullable(),
};

/** What can be changed on a tactical plan. */
export const tacticalPlanChange = z.object(fields).partial();
export type TacticalPlanChange = z.infer<typeof tacticalPlanChange>;

const tacticFields = {
  name: recordName,
  position: z.number(),
  quota: z.int().min(1).max(100_000).nullable(),
  period: z.enum(quotaPeriods).nullable(),
  incentive: shortText,
  dueOn: recordDate.nullable(),
  doneOn: recordDate.nullable(),
  personIds: z.array(id<PersonId>()).max(100),
};

/** What can be changed on a tactic. */
export const tacticChange = z.object(tacticFields).partial();
export type TacticChange = z.infer<typeof tacticChange>;

export const tacticalPlans = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/tactical-plans',
    permission: 'read',
    summary: 'Tactical plans, each under its strategic plan.',
    query: listQuery(['number', 'name', 'plan', 'startsOn', 'endsOn'], {
      planId: commaList(id<StrategicPlanId>()).optional(),
    }),
    output: page(tacticalPlanRow),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/tactical-plans/:id',
    permission: 'read',
    summary: 'One tactical plan with its tactics and how people stand against their quotas.',
    params,
    output: tacticalPlanView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/tactical-plans',
    permission: 'write',
    summary: 'Add a tactical plan to a strategic plan.',
    body: z.object(fields).partial().required({ planId: true, name: true }),
    output: tacticalPlanView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/tactical-plans/:id',
    permission: 'write',
    summary: 'Change fields of a tactical plan.',
    ifMatch: true,
    params,
    body: tacticalPlanChange,
    output: tacticalPlanView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/tactical-plans/:id',
    permission: 'write',
    summary: 'Move a tactical plan to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/tactical-plans/:id/restore',
    permission: 'write',
    summary: 'Take a tactical plan out of the trash.',
    params,
    output: tacticalPlanView,
  }),
};

export const tactics = {
  create: endpoint({
    method: 'POST',
    path: '/api/v1/tactics',
    permission: 'write',
    summary: 'Add a tactic, with a quota per person and period or to be done once.',
    body: z
      .object({ ...tacticFields, tacticalPlanId })
      .partial()
      .required({ tacticalPlanId: true, name: true }),
    output: tacticView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/tactics/:id',
    permission: 'write',
    summary: 'Change fields of a tactic, or who does it.',
    ifMatch: true,
    params: tacticParams,
    body: tacticChange,
    output: tacticView,
  }),
  count: endpoint({
    method: 'PUT',
    path: '/api/v1/tactics/:id/counts/:personId/:on',
    permission: 'write',
    summary: 'Say how many somebody did on a day, in place of what was said before.',
    params: tacticParams.extend({ personId: id<PersonId>(), on: recordDate }),
    body: z.object({ count: z.int().min(0).max(100_000) }),
    output: tacticView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/tactics/:id',
    permission: 'write',
    summary: 'Move a tactic to the trash, where it stays for 30 days.',
    params: tacticParams,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/tactics/:id/restore',
    permission: 'write',
    summary: 'Take a tactic out of the trash.',
    params: tacticParams,
    output: tacticView,
  }),
};
