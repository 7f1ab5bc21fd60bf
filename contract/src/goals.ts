import type { GoalId, KpiId, PersonId, StrategicPlanId } from '@evenkeel/core/id';
import { goalDrivers, goalFields } from '@evenkeel/core/strategy/goal';
import { kpiPerspectives } from '@evenkeel/core/strategy/kpi';
import { z } from 'zod';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import { kpiPaceView, measured } from './kpis.ts';
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

const goalId = id<GoalId>();
const params = z.object({ id: goalId });

/** How a goal stands by its KPIs (U25). */
const goalPaceView = kpiPaceView.pick({ progress: true, neededProgress: true, standing: true });

/** The first KPI of a goal, which speaks for it in lists. */
const headlineKpi = z.object({
  id: id<KpiId>(),
  name: z.string(),
  unit: z.string(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  actual: z.number().nullable().describe('Its latest actual.'),
});
export type HeadlineKpi = z.infer<typeof headlineKpi>;

/** A goal as lists show it. */
export const goalRow = z.object({
  id: goalId,
  number: z.int(),
  version,
  name: z.string(),
  plan: reference<StrategicPlanId>(),
  driver: z.enum(goalDrivers),
  headline: headlineKpi.nullable(),
  kpiCount: z.int(),
  deadline: calendarDate.nullable(),
  owner: reference<PersonId>().nullable(),
  initiativeCount: z
    .int()
    .describe('Initiatives that serve it and are neither shelved nor rejected.'),
  pace: goalPaceView,
});
export type GoalRow = z.infer<typeof goalRow>;

/** A goal with everything on it. */
export const goalView = goalRow.extend({
  planStartsOn: calendarDate,
  statedBy: reference<PersonId>().nullable(),
  statedOn: calendarDate.nullable(),
  statedAt: z.string().describe('Where it was stated: a meeting, a speech, a paper (ST-17).'),
  notes: z.string(),
  gaps: z.array(z.object({ field: z.enum(goalFields), message: z.string() })),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
export type GoalView = z.infer<typeof goalView>;

const fields = {
  planId: id<StrategicPlanId>(),
  name: recordName,
  driver: z.enum(goalDrivers),
  deadline: recordDate.nullable(),
  ownerId: id<PersonId>().nullable(),
  statedBy: id<PersonId>().nullable(),
  statedOn: recordDate.nullable(),
  statedAt: shortText,
  notes: longText,
};

/** The KPI that a new goal begins with: what is measured, from where to where, where it is today. */
const firstKpi = z
  .object({
    name: recordName,
    perspective: z.enum(kpiPerspectives),
    unit: shortText.max(40, 'is longer than 40 characters'),
    baseline: measured.nullable(),
    target: measured.nullable(),
    actual: measured.nullable(),
  })
  .partial()
  .required({ name: true });

/** What a new goal takes. */
export const goalDraft = z
  .object({ ...fields, kpi: firstKpi.nullable() })
  .partial()
  .required({ planId: true, name: true, driver: true });
/** What can be changed on a goal. */
export const goalChange = z.object(fields).partial();
export type GoalChange = z.infer<typeof goalChange>;

export const goals = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/goals',
    permission: 'read',
    summary: 'Goals of the firm, also those that no initiative serves yet (ST-20).',
    query: listQuery(['number', 'name', 'plan', 'driver', 'deadline', 'owner', 'initiatives'], {
      planId: commaList(id<StrategicPlanId>()).optional(),
      driver: commaList(z.enum(goalDrivers)).optional(),
      hasInitiative: z.enum(['true', 'false']).optional(),
    }),
    output: page(goalRow),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/goals/:id',
    permission: 'read',
    summary: 'One goal.',
    params,
    output: goalView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/goals',
    permission: 'write',
    summary: 'Add a goal to a strategic plan, with its first KPI if need be.',
    body: goalDraft,
    output: goalView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/goals/:id',
    permission: 'write',
    summary: 'Change fields of a goal; what is measured is changed on its KPIs.',
    ifMatch: true,
    params,
    body: goalChange,
    output: goalView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/goals/:id',
    permission: 'write',
    summary: 'Move a goal to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/goals/:id/restore',
    permission: 'write',
    summary: 'Take a goal out of the trash.',
    params,
    output: goalView,
  }),
};
