import type { BaselineId, ProjectId, TaskId } from '@evenkeel/core/id';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { calendarDate, id, instant, recordName, version } from './scalars.ts';

const projectParams = z.object({ id: id<ProjectId>() });
const params = z.object({ id: id<BaselineId>() });

/** A kept copy of a project's plan. */
export const baselineView = z.object({
  id: id<BaselineId>(),
  version,
  projectId: id<ProjectId>(),
  name: z.string(),
  takenAt: instant,
  takenBy: z.string().nullable(),
  startOn: calendarDate.nullable(),
  finishOn: calendarDate.nullable(),
  taskCount: z.int(),
});
/** A kept copy of a project's plan. */
export type BaselineView = z.infer<typeof baselineView>;

const days = {
  startOn: calendarDate.nullable(),
  dueOn: calendarDate.nullable(),
  estimateMinutes: z.int().nullable(),
};

/** A task then and now. */
export const baselineRow = z.object({
  taskId: id<TaskId>(),
  name: z.string(),
  isMilestone: z.boolean(),
  baseline: z.object(days).nullable().describe('Null for what came into the plan later.'),
  current: z
    .object({ ...days, doneOn: calendarDate.nullable() })
    .nullable()
    .describe('Null for what has left the plan.'),
  slipWeekdays: z
    .int()
    .nullable()
    .describe('Weekdays from the end that was kept to the end now, or the day it was done.'),
});
/** A task then and now. */
export type BaselineRow = z.infer<typeof baselineRow>;

/** A plan compared with a kept copy of it. */
export const baselineComparison = z.object({
  baseline: baselineView,
  finishOn: calendarDate.nullable(),
  slipWeekdays: z.int().nullable().describe('Of the last end of all.'),
  rows: z.array(baselineRow),
});
/** A plan compared with a kept copy of it. */
export type BaselineComparison = z.infer<typeof baselineComparison>;

/** Kept copies of plans, any number of a project (PM-25). */
export const baselines = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/projects/:id/baselines',
    permission: 'read',
    summary: 'The baselines of a project, the latest first.',
    params: projectParams,
    output: z.object({ rows: z.array(baselineView) }),
  }),
  take: endpoint({
    method: 'POST',
    path: '/api/v1/projects/:id/baselines',
    permission: 'write',
    summary: 'Keep the plan of a project as it stands now.',
    params: projectParams,
    body: z.object({ name: recordName }),
    output: baselineView,
  }),
  rename: endpoint({
    method: 'PATCH',
    path: '/api/v1/baselines/:id',
    permission: 'write',
    summary: 'Give a baseline another name.',
    ifMatch: true,
    params,
    body: z.object({ name: recordName }),
    output: baselineView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/baselines/:id',
    permission: 'write',
    summary: 'Remove a baseline.',
    params,
    output: done,
  }),
  compare: endpoint({
    method: 'GET',
    path: '/api/v1/baselines/:id/comparison',
    permission: 'read',
    summary: 'The plan now against a baseline: date and slip of each task.',
    params,
    output: baselineComparison,
  }),
};
