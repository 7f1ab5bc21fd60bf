import type { MemberId, PersonId, StrategicPlanId, TeamId } from '@evenkeel/core/id';
import { planFields, planScopes, planStates } from '@evenkeel/core/strategy/plan';
import { planTemplateKeys } from '@evenkeel/core/strategy/plan-templates';
import { reviewCadences } from '@evenkeel/core/strategy/review-cadence';
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

const planId = id<StrategicPlanId>();
const params = z.object({ id: planId });

/** A strategic plan as lists show it. */
export const planRow = z.object({
  id: planId,
  number: z.int(),
  version,
  name: z.string(),
  state: z.enum(planStates),
  startsOn: calendarDate,
  endsOn: calendarDate,
  scope: z.enum(planScopes).describe('Whose plan it is: of the firm, a team, one person (ST-29).'),
  team: reference<TeamId>().nullable(),
  person: reference<PersonId>().nullable(),
  reviewCadence: z.enum(reviewCadences),
  lastReviewedOn: calendarDate.nullable(),
  nextReviewOn: calendarDate.nullable().describe('Null when the plan is over by then or closed.'),
  owner: reference<PersonId>().nullable(),
  goalCount: z.int(),
  approvedAt: instant.nullable(),
  approvedBy: reference<MemberId>().nullable(),
});
export type PlanRow = z.infer<typeof planRow>;

/** A strategic plan with everything on it (ST-22). */
export const planView = planRow.extend({
  mission: z.string(),
  vision: z.string(),
  standing: z.string().describe('Where we stand.'),
  destination: z.string().describe('Where we want to be.'),
  values: z.string(),
  duties: z
    .array(z.object({ person: reference<PersonId>(), duty: z.string() }))
    .describe('Directly responsible individuals.'),
  gaps: z
    .array(z.object({ field: z.enum(planFields), isNeeded: z.boolean(), message: z.string() }))
    .describe('What it lacks; what is needed stands between it and its approval.'),
  isChangedSinceApproval: z.boolean(),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
export type PlanView = z.infer<typeof planView>;

const fields = {
  name: recordName.max(200, 'is longer than 200 characters'),
  mission: longText,
  vision: longText,
  standing: longText,
  destination: longText,
  startsOn: recordDate,
  endsOn: recordDate,
  ownerId: id<PersonId>().nullable(),
  values: longText,
  scope: z.enum(planScopes),
  teamId: id<TeamId>().nullable(),
  personId: id<PersonId>().nullable(),
  reviewCadence: z.enum(reviewCadences),
  lastReviewedOn: recordDate.nullable(),
};

/** What a new plan takes. */
export const planDraft = z
  .object({ ...fields, template: z.enum(planTemplateKeys).nullable() })
  .partial()
  .required({ name: true, startsOn: true, endsOn: true });
/** What can be changed on a plan; its state changes by `move`. */
export const planChange = z.object(fields).partial();
export type PlanChange = z.infer<typeof planChange>;

export const plans = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/plans',
    permission: 'read',
    summary: 'Strategic plans.',
    query: listQuery(['startsOn', 'number', 'name', 'endsOn', 'state'], {
      state: commaList(z.enum(planStates)).optional(),
    }),
    output: page(planRow),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/plans/:id',
    permission: 'read',
    summary: 'One strategic plan.',
    params,
    output: planView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/plans',
    permission: 'write',
    summary: 'Write a strategic plan, from nothing or a starting model; it begins as a draft.',
    body: planDraft,
    output: planView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/plans/:id',
    permission: 'write',
    summary: 'Change a plan. An approved plan can be changed, and says so; a closed one cannot.',
    ifMatch: true,
    params,
    body: planChange,
    output: planView,
  }),
  setDuties: endpoint({
    method: 'PUT',
    path: '/api/v1/plans/:id/duties',
    permission: 'write',
    summary:
      'Name the directly responsible individuals of a plan and what each answers for (ST-22).',
    params,
    body: z.object({
      duties: z.array(z.object({ personId: id<PersonId>(), duty: shortText })).max(50),
    }),
    output: planView,
  }),
  move: endpoint({
    method: 'POST',
    path: '/api/v1/plans/:id/move',
    permission: 'manage',
    summary: 'Approve, close or take back a plan. Approval needs at least one goal.',
    ifMatch: true,
    params,
    body: z.object({ state: z.enum(planStates) }),
    output: planView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/plans/:id',
    permission: 'write',
    summary: 'Move a plan without goals to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/plans/:id/restore',
    permission: 'write',
    summary: 'Take a plan out of the trash.',
    params,
    output: planView,
  }),
};
