import type { DependencyId, ProjectId, TaskId } from '@evenkeel/core/id';
import { dependencyTypes } from '@evenkeel/core/projects/dependency';
import { lagUnits } from '@evenkeel/core/projects/schedule-plan';
import { taskStates } from '@evenkeel/core/projects/task';
import { projectKinds } from '@evenkeel/core/projects/template';
import { z } from 'zod';
import { commaList, done, endpoint } from './endpoint.ts';
import { calendarDate, id, lagMinutes, version } from './scalars.ts';

const dependencyId = id<DependencyId>();
const taskId = id<TaskId>();
const params = z.object({ id: dependencyId });

/** One end of a dependency: a task of any project. */
export const dependentTask = z.object({
  id: taskId,
  number: z.int(),
  name: z.string(),
  state: z.enum(taskStates),
  startOn: calendarDate.nullable(),
  dueOn: calendarDate.nullable(),
  isMilestone: z.boolean(),
  project: z.object({ id: id<ProjectId>(), name: z.string(), kind: z.enum(projectKinds) }),
});

/** A task that waits for another, of the same project or not (PM-08). */
export const dependencyView = z.object({
  id: dependencyId,
  version,
  predecessor: dependentTask,
  successor: dependentTask,
  type: z.enum(dependencyTypes),
  lagMinutes: lagMinutes.describe('Time between the two; 480 working minutes are a day.'),
  lagUnit: z.enum(lagUnits).describe('What `lagMinutes` are, or that `lagPercent` counts instead.'),
  lagPercent: z
    .int()
    .describe("Share of the predecessor's duration, for the two units of per cent."),
  isBroken: z.boolean().describe('The dates of the two do not keep it.'),
});
/** A task that waits for another. */
export type DependencyView = z.infer<typeof dependencyView>;

const fields = {
  type: z.enum(dependencyTypes),
  lagMinutes,
  lagUnit: z.enum(lagUnits),
  lagPercent: z.int().min(-1_000).max(1_000),
};

/** What waits for what, within a project and across projects. */
export const dependencies = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/dependencies',
    permission: 'read',
    summary: 'Dependencies of tasks, by either end; of all projects when none is named.',
    query: z.object({
      projectId: commaList(id<ProjectId>()).optional(),
      taskId: commaList(taskId).optional(),
    }),
    output: z.object({ rows: z.array(dependencyView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/dependencies',
    permission: 'write',
    summary: 'Let a task wait for another; refused with the loop by name when it would close one.',
    body: z.object(fields).partial().extend({ predecessorId: taskId, successorId: taskId }),
    output: dependencyView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/dependencies/:id',
    permission: 'write',
    summary: 'Change the type or the lag of a dependency.',
    ifMatch: true,
    params,
    body: z.object(fields).partial(),
    output: dependencyView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/dependencies/:id',
    permission: 'write',
    summary: 'Let a task wait no more.',
    params,
    output: done,
  }),
};
