import type { GoalId, PersonId, StrategicPlanId } from '@evenkeel/core/id';
import { goalDrivers, goalFields, goalStandings } from '@evenkeel/core/strategy/goal';
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

const goalId = id<GoalId>();
const params = z.object({ id: goalId });

/** A measured value: at most a trillion either way. */
const measured = z.number().min(-1e12).max(1e12);

/** Where a goal stands against the straight line from its baseline to its target. */
const goalPaceView = z.object({
  progress: z.int().nullable().describe('Share of the way in basis points; below 0 it moved away.'),
  neededNow: z.number().nullable().describe('The value on the straight line today.'),
  neededProgress: z.int().nullable(),
  neededPerMonth: z.number().nullable().describe('Change needed in each month that is left.'),
  standing: z.enum(goalStandings),
});

/** A goal as lists show it. */
export const goalRow = z.object({
  id: goalId,
  number: z.int(),
  version,
  name: z.string(),
  plan: reference<StrategicPlanId>(),
  driver: z.enum(goalDrivers),
  measure: z.string(),
  unit: z.string(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  actual: z.number().nullable(),
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
  notes: z.string().describe('Where and when it was stated, and what else belongs to it.'),
  gaps: z.array(z.object({ field: z.enum(goalFields), message: z.string() })),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
export type GoalView = z.infer<typeof goalView>;

const fields = {
  planId: id<StrategicPlanId>(),
  name: recordName,
  driver: z.enum(goalDrivers),
  measure: shortText,
  unit: shortText.max(40, 'is longer than 40 characters'),
  baseline: measured.nullable(),
  target: measured.nullable(),
  actual: measured.nullable(),
  deadline: recordDate.nullable(),
  ownerId: id<PersonId>().nullable(),
  statedBy: id<PersonId>().nullable(),
  notes: longText,
};

/** What a new goal takes. */
export const goalDraft = z
  .object(fields)
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
    summary: 'Add a goal to a strategic plan.',
    body: goalDraft,
    output: goalView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/goals/:id',
    permission: 'write',
    summary: 'Change fields of a goal, its measured actual among them.',
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
