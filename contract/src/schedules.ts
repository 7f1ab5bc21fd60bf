import type {
  CalendarId,
  DependencyId,
  PersonId,
  PhaseId,
  ProjectId,
  TaskId,
} from '@evenkeel/core/id';
import { dependencyTypes } from '@evenkeel/core/projects/dependency';
import {
  lagUnits,
  scheduleEnds,
  schedulings,
  taskConstraints,
  taskTypes,
} from '@evenkeel/core/projects/schedule-plan';
import { problemKinds } from '@evenkeel/core/projects/schedule-problems';
import { taskStates } from '@evenkeel/core/projects/task';
import { projectKinds } from '@evenkeel/core/projects/template';
import { z } from 'zod';
import { firmWeek, planExceptionView } from './calendars.ts';
import { commaList, endpoint } from './endpoint.ts';
import { calendarDate, id, instant, reference, version } from './scalars.ts';
import { taskSplit } from './schedule-fields.ts';

const taskId = id<TaskId>();
const projectId = id<ProjectId>();
const projectParams = z.object({ id: projectId });
const wallClock = z
  .string()
  .describe("An instant on the firm's wall clock, to the minute: 2026-05-12T17:00.");

/**
 * Everything that decides the dates of some projects and of those that hang together with them, as
 * plain tables. `core/projects/schedule-dates` computes from it, in the browser, what the server does.
 */
export const schedulePlanView = z.object({
  calendars: z.array(
    z.object({
      id: id<CalendarId>(),
      name: z.string(),
      isDefault: z.boolean(),
      week: firmWeek,
      exceptions: z.array(planExceptionView),
    }),
  ),
  people: z.array(
    z.object({
      id: id<PersonId>(),
      calendarId: id<CalendarId>().nullable(),
      terms: z.array(
        z.object({
          validFrom: calendarDate.nullable(),
          weeklyMinutes: z.int(),
          weekMinutes: z.array(z.int()).nullable(),
        }),
      ),
      leaves: z.array(
        z.object({ startOn: calendarDate, endOn: calendarDate, isHalf: z.boolean() }),
      ),
    }),
  ),
  projects: z.array(
    z.object({
      id: projectId,
      startOn: calendarDate.nullable(),
      endOn: calendarDate.nullable(),
      createdOn: calendarDate,
      calendarId: id<CalendarId>().nullable(),
      scheduleFrom: z.enum(scheduleEnds),
      honoursConstraints: z.boolean(),
      statusOn: calendarDate.nullable(),
    }),
  ),
  tasks: z.array(
    z.object({
      id: taskId,
      projectId,
      phaseId: id<PhaseId>().nullable(),
      parentId: taskId.nullable(),
      name: z.string(),
      state: z.enum(taskStates),
      isMilestone: z.boolean(),
      estimateMinutes: z.int().nullable(),
      startOn: calendarDate.nullable(),
      dueOn: calendarDate.nullable(),
      doneOn: calendarDate.nullable(),
      scheduling: z.enum(schedulings),
      constraintType: z.enum(taskConstraints),
      constraintOn: calendarDate.nullable(),
      constraintMinute: z.int().nullable(),
      typedDueOn: calendarDate.nullable(),
      durationMinutes: z.int().nullable(),
      splits: z.array(taskSplit),
      taskType: z.enum(taskTypes),
      deadlineOn: calendarDate.nullable(),
      percentComplete: z.int(),
      actualStartOn: calendarDate.nullable(),
      calendarId: id<CalendarId>().nullable(),
      priority: z.int(),
    }),
  ),
  dependencies: z.array(
    z.object({
      id: id<DependencyId>(),
      predecessorId: taskId,
      successorId: taskId,
      type: z.enum(dependencyTypes),
      lagMinutes: z.int(),
      lagUnit: z.enum(lagUnits),
      lagPercent: z.int(),
    }),
  ),
  assignments: z.array(z.object({ taskId, personId: id<PersonId>(), units: z.int() })),
});

/** A project as moves name it. */
export const namedProject = z.object({
  id: projectId,
  name: z.string(),
  kind: z.enum(projectKinds),
});
/** A task as moves name it. */
export const namedTask = reference<TaskId>();

/** What a plan cannot keep, in words that name the tasks (PM-08). */
export const scheduleProblem = z.object({
  kind: z.enum(problemKinds),
  tasks: z.array(namedTask),
  byMinutes: z.int().nullable().describe('Working minutes by which a date is missed.'),
  message: z.string(),
});
/** What a plan cannot keep. */
export type ScheduleProblem = z.infer<typeof scheduleProblem>;

/** Where a task lies to the minute, how much room it has, and what holds it there. */
export const scheduledTaskView = z.object({
  id: taskId,
  start: wallClock,
  finish: wallClock,
  lateStart: wallClock,
  lateFinish: wallClock,
  totalSlackMinutes: z.int().describe('Working minutes; negative when a date cannot be kept.'),
  freeSlackMinutes: z.int(),
  isCritical: z.boolean(),
  isSummary: z.boolean(),
  drivingPredecessor: namedTask.nullable().describe('The task that it waits for, of any project.'),
  drivingDependencyId: id<DependencyId>().nullable(),
});
/** Where a task lies to the minute. */
export type ScheduledTaskView = z.infer<typeof scheduledTaskView>;

/** The schedule of one project. */
export const scheduleView = z.object({
  project: namedProject,
  startOn: calendarDate.nullable(),
  finishOn: calendarDate.nullable().describe('The last day on which any of its tasks ends.'),
  endOn: calendarDate.nullable().describe('The end that was agreed for the project.'),
  calendarId: id<CalendarId>().nullable(),
  scheduleFrom: z.enum(scheduleEnds),
  honoursConstraints: z
    .boolean()
    .describe('Days of constraints hold against what tasks wait for; else links win.'),
  statusOn: calendarDate.nullable(),
  version,
  tasks: z.array(scheduledTaskView),
  phases: z.array(
    z.object({
      id: id<PhaseId>(),
      startOn: calendarDate.nullable(),
      finishOn: calendarDate.nullable(),
    }),
  ),
  problems: z.array(scheduleProblem),
});
/** The schedule of one project. */
export type ScheduleView = z.infer<typeof scheduleView>;

const days = z
  .object({ startOn: calendarDate.nullable(), dueOn: calendarDate.nullable() })
  .nullable()
  .describe('Null where it was not in the plan.');

/** A task whose dates an edit changes, or a stretch of time has changed. */
export const taskMove = z.object({
  task: z.object({ id: taskId, number: z.int(), name: z.string() }),
  project: namedProject,
  before: days,
  after: days,
  weekdays: z.int().nullable().describe('Weekdays that its end moves by; earlier is negative.'),
});

/** A task that lies elsewhere. */
export type TaskMove = z.infer<typeof taskMove>;

/** A move with the last write that made it. */
export const datedMove = taskMove.extend({
  changedAt: instant,
  changedBy: z.string().nullable().describe('Null for what happened by itself.'),
});
/** A move with the last write that made it. */
export type DatedMove = z.infer<typeof datedMove>;

/** Everything that decides dates, as plain tables. */
export type SchedulePlanView = z.infer<typeof schedulePlanView>;

/** The live schedule: dates that follow from what people said. */
export const schedules = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/projects/:id/schedule',
    permission: 'read',
    summary: 'The schedule of a project: slack, critical path, what drives each task, problems.',
    params: projectParams,
    output: scheduleView,
  }),
  plan: endpoint({
    method: 'GET',
    path: '/api/v1/schedule-plan',
    permission: 'read',
    summary:
      'What dates are computed from, with the projects that hang together with those named, for an engine elsewhere.',
    query: z.object({
      projectId: commaList(projectId).optional().describe('All projects if left out.'),
    }),
    output: schedulePlanView,
  }),
  moves: endpoint({
    method: 'GET',
    path: '/api/v1/projects/:id/moves',
    permission: 'read',
    summary: 'Which tasks of a project lie elsewhere at one moment than at another.',
    params: projectParams,
    query: z.object({
      from: instant.describe('The earlier moment.'),
      to: instant.optional().describe('The later moment; now when it is left out.'),
    }),
    output: z.object({ moves: z.array(datedMove) }),
  }),
};
