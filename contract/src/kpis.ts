import type {
  GoalId,
  KpiId,
  MemberId,
  ObjectiveId,
  PersonId,
  StrategicPlanId,
} from '@evenkeel/core/id';
import { kpiDirections, kpiPerspectives, kpiStandings } from '@evenkeel/core/strategy/kpi';
import { kpiFrequencies } from '@evenkeel/core/strategy/kpi-calendar';
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

const kpiId = id<KpiId>();
const params = z.object({ id: kpiId });

/** A measured value: at most a trillion either way. */
export const measured = z.number().min(-1e12).max(1e12);

/** Where a KPI stands against its line. */
export const kpiPaceView = z.object({
  progress: z.int().nullable().describe('Share of the way in basis points; below 0 it moved away.'),
  neededNow: z.number().nullable().describe('The value on the line today.'),
  neededProgress: z.int().nullable(),
  neededPerMonth: z.number().nullable().describe('Change needed in each month that is left.'),
  standing: z.enum(kpiStandings),
});

const point = z.object({ on: calendarDate, value: z.number() });

/** One measured value, with what the person who entered it said about it. */
export const kpiActual = point.extend({
  comment: z.string(),
  author: reference<PersonId>().nullable(),
  enteredBy: reference<MemberId>().nullable(),
  enteredAt: instant,
});
export type KpiActual = z.infer<typeof kpiActual>;

/** A KPI as the scorecard and lists show it. */
export const kpiRow = z.object({
  id: kpiId,
  number: z.int(),
  version,
  name: z.string(),
  goal: reference<GoalId>(),
  objective: reference<ObjectiveId>().nullable(),
  plan: reference<StrategicPlanId>(),
  perspective: z.enum(kpiPerspectives),
  unit: z.string(),
  direction: z.enum(kpiDirections).describe('Which way is better.'),
  frequency: z.enum(kpiFrequencies),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  startOn: calendarDate.nullable().describe('Its own start; null for that of the plan.'),
  deadline: calendarDate.nullable().describe('Its own deadline; null for that of the goal.'),
  lineStartsOn: calendarDate.describe('The start that holds.'),
  lineEndsOn: calendarDate.nullable().describe('The deadline that holds.'),
  interimTargets: z.array(point),
  owner: reference<PersonId>().nullable(),
  position: z.number().describe('Place within its goal; the first speaks for the goal in lists.'),
  latest: kpiActual.nullable(),
  series: z.array(point).describe('The latest 60 actuals, the earliest first.'),
  dueOn: calendarDate.nullable().describe('When the next actual is due; null when none is.'),
  pace: kpiPaceView,
});
export type KpiRow = z.infer<typeof kpiRow>;

/** A KPI with everything on it. */
export const kpiView = kpiRow.extend({
  notes: z.string().describe('How it is measured and where the number comes from.'),
  actuals: z.array(kpiActual).describe('The latest 500, newest first.'),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
export type KpiView = z.infer<typeof kpiView>;

const fields = {
  goalId: id<GoalId>(),
  objectiveId: id<ObjectiveId>().nullable(),
  name: recordName,
  perspective: z.enum(kpiPerspectives),
  unit: shortText.max(40, 'is longer than 40 characters'),
  direction: z.enum(kpiDirections),
  frequency: z.enum(kpiFrequencies),
  baseline: measured.nullable(),
  target: measured.nullable(),
  startOn: recordDate.nullable(),
  deadline: recordDate.nullable(),
  ownerId: id<PersonId>().nullable(),
  position: z.number(),
  notes: longText,
};

/** What a new KPI takes. Without a direction it is that from the baseline to the target. */
export const kpiDraft = z.object(fields).partial().required({ goalId: true, name: true });
/** What can be changed on a KPI. */
export const kpiChange = z.object(fields).partial();
export type KpiChange = z.infer<typeof kpiChange>;

export const kpis = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/kpis',
    permission: 'read',
    summary: 'KPIs with their line, their actuals and how they stand: the scorecard (ST-38).',
    query: listQuery(['position', 'number', 'name', 'goal', 'perspective', 'owner'], {
      planId: commaList(id<StrategicPlanId>()).optional(),
      goalId: commaList(id<GoalId>()).optional(),
      perspective: commaList(z.enum(kpiPerspectives)).optional(),
      ownerId: commaList(z.union([id<PersonId>(), z.literal('me')])).optional(),
    }),
    output: page(kpiRow),
  }),
  due: endpoint({
    method: 'GET',
    path: '/api/v1/kpis/due',
    permission: 'read',
    summary: 'KPIs whose actual is due within the given days, the most overdue first.',
    query: z.object({
      ownerId: commaList(z.union([id<PersonId>(), z.literal('me')])).optional(),
      withinDays: z.coerce.number().int().min(0).max(366).default(7),
    }),
    output: z.object({ rows: z.array(kpiRow) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/kpis/:id',
    permission: 'read',
    summary: 'One KPI with its actuals.',
    params,
    output: kpiView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/kpis',
    permission: 'write',
    summary: 'Add a KPI to a goal.',
    body: kpiDraft,
    output: kpiView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/kpis/:id',
    permission: 'write',
    summary: 'Change fields of a KPI.',
    ifMatch: true,
    params,
    body: kpiChange,
    output: kpiView,
  }),
  setActual: endpoint({
    method: 'PUT',
    path: '/api/v1/kpis/:id/actuals/:on',
    permission: 'write',
    summary: 'Enter the value measured on a day, or correct it; the day may not lie ahead.',
    params: params.extend({ on: recordDate }),
    body: z.object({ value: measured, comment: shortText.max(2_000).default('') }),
    output: kpiView,
  }),
  removeActual: endpoint({
    method: 'DELETE',
    path: '/api/v1/kpis/:id/actuals/:on',
    permission: 'write',
    summary: 'Take the value of a day off.',
    params: params.extend({ on: recordDate }),
    output: kpiView,
  }),
  setInterimTargets: endpoint({
    method: 'PUT',
    path: '/api/v1/kpis/:id/interim-targets',
    permission: 'write',
    summary: 'Say where a KPI should be on the way, in place of what was said before.',
    params,
    body: z.object({
      targets: z.array(z.object({ on: recordDate, value: measured })).max(60),
    }),
    output: kpiView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/kpis/:id',
    permission: 'write',
    summary: 'Move a KPI to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/kpis/:id/restore',
    permission: 'write',
    summary: 'Take a KPI out of the trash.',
    params,
    output: kpiView,
  }),
};
