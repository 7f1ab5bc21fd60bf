import type { CustomerMetricId, ProjectId, TaskId } from '@evenkeel/core/id';
import { kpiDirections } from '@evenkeel/core/strategy/kpi';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { measured } from './kpis.ts';
import { calendarDate, id, recordDate, recordName, version } from './scalars.ts';

const metricId = id<CustomerMetricId>();

/** What the client measures at a milestone: a number with its unit, where it was and is to be (CR-21). */
export const customerMetricView = z.object({
  id: metricId,
  version,
  name: z.string(),
  unit: z.string(),
  direction: z.enum(kpiDirections).describe('Which way is better.'),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  measured: z.number().nullable(),
  measuredOn: calendarDate.nullable(),
  isClientVisible: z.boolean(),
  progress: z
    .int()
    .nullable()
    .describe('Share of the way from baseline to target, in basis points.'),
  isReached: z.boolean(),
});
/** What the client measures at a milestone. */
export type CustomerMetricView = z.infer<typeof customerMetricView>;

/** A milestone with what is asked and measured at it. */
export const milestoneView = z.object({
  id: id<TaskId>(),
  name: z.string(),
  dueOn: calendarDate.nullable(),
  doneOn: calendarDate.nullable(),
  isDone: z.boolean(),
  isClientVisible: z.boolean(),
  asksSatisfaction: z.boolean().describe('The client is asked once it is reached.'),
  metric: customerMetricView.nullable(),
});
/** A milestone with what is asked and measured at it. */
export type MilestoneView = z.infer<typeof milestoneView>;

const fields = {
  name: recordName,
  unit: z.string().trim().max(40, 'is longer than 40 characters'),
  direction: z.enum(kpiDirections),
  baseline: measured.nullable(),
  target: measured.nullable(),
  measured: measured.nullable(),
  measuredOn: recordDate.nullable(),
  isClientVisible: z.boolean(),
};

/** What a customer metric takes; a value and its day come together. */
export const customerMetricDraft = z.object(fields).partial().extend({ name: recordName });

const params = z.object({ id: id<TaskId>() });
const metricParams = z.object({ id: metricId });

/** Milestones of client projects: where satisfaction is asked for and what the client measures. */
export const milestones = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/milestones',
    permission: 'read',
    summary: 'Milestones of a project, or one of them, with what is asked and measured at each.',
    query: z.object({
      projectId: id<ProjectId>().optional(),
      taskId: id<TaskId>().optional(),
    }),
    output: z.object({ rows: z.array(milestoneView) }),
  }),
  setSatisfaction: endpoint({
    method: 'PUT',
    path: '/api/v1/milestones/:id/satisfaction',
    permission: 'write',
    summary: 'Ask the client for their satisfaction once a milestone is reached, or do not.',
    params,
    body: z.object({ asksSatisfaction: z.boolean() }),
    output: milestoneView,
  }),
  addMetric: endpoint({
    method: 'POST',
    path: '/api/v1/milestones/:id/metric',
    permission: 'write',
    summary: 'Say what the client measures at a milestone that has nothing measured yet.',
    params,
    body: customerMetricDraft,
    output: milestoneView,
  }),
  changeMetric: endpoint({
    method: 'PATCH',
    path: '/api/v1/customer-metrics/:id',
    permission: 'write',
    summary: 'Change a customer metric, or enter the value measured on a day.',
    ifMatch: true,
    params: metricParams,
    body: z.object(fields).partial(),
    output: milestoneView,
  }),
  removeMetric: endpoint({
    method: 'DELETE',
    path: '/api/v1/customer-metrics/:id',
    permission: 'write',
    summary: 'Take a customer metric off its milestone.',
    params: metricParams,
    output: done,
  }),
};
