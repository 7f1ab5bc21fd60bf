import type { ProjectId, RoleId, TaskId } from '@evenkeel/core/id';
import { spreadSources } from '@evenkeel/core/projects/project-forecast';
import { projectKinds } from '@evenkeel/core/projects/template';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, id, instant, reference } from './scalars.ts';

const params = z.object({ id: id<ProjectId>() });
const share = z.number().min(0).max(1);

/** Where the calculation of a forecast stands. */
export const forecastStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

const targetForecast = z.object({
  plannedOn: calendarDate.describe('As the plan said when the forecast was made.'),
  p50On: calendarDate.describe('Half of all samples are done by then.'),
  p80On: calendarDate,
  p95On: calendarDate,
  promisedOn: calendarDate.nullable().describe("The project's end, or the task's deadline."),
  chance: share.nullable().describe('Share of samples that keep the promise.'),
});
/** When something is reached. */
export type TargetForecastView = z.infer<typeof targetForecast>;

const taskForecast = targetForecast.extend({
  task: reference<TaskId>(),
  isMilestone: z.boolean(),
  criticality: share.describe("Share of samples in which it holds the project's end where it is."),
  source: z.enum(spreadSources).describe('Where its spread comes from.'),
});
/** A task or milestone in the forecast. */
export type TaskForecastView = z.infer<typeof taskForecast>;

const forecastDriver = z.object({
  task: reference<TaskId>(),
  project: z.object({ id: id<ProjectId>(), name: z.string(), kind: z.enum(projectKinds) }),
  rankCorrelation: z.number().describe("Of the task's length with the project's end, -1 to 1."),
  sensitivity: z.number().describe('Criticality × deviation of the task / deviation of the end.'),
  criticality: share,
  source: z.enum(spreadSources),
});
/** What drives the spread of a project's end. */
export type ForecastDriverView = z.infer<typeof forecastDriver>;

/** The figures of a forecast. */
export const forecastResult = z.object({
  madeAt: instant,
  madeFor: calendarDate.describe('The day it counted from: what was not done lay on or after it.'),
  samples: z.int(),
  seed: z.int().describe('The same seed and plan give the same figures.'),
  correlation: z.number().describe('How far tasks were taken to run over together.'),
  isLevelled: z
    .boolean()
    .describe("Whether people's limits count: in each sample nobody works on more than fits."),
  unlimited: z
    .object({ p50On: calendarDate, p80On: calendarDate, p95On: calendarDate })
    .nullable()
    .describe("With people's limits: the end without them, from the same draws."),
  pastCount: z.int().describe("Finished tasks of the firm that 'past' rests on."),
  end: targetForecast
    .extend({
      histogram: z.array(z.object({ firstOn: calendarDate, lastOn: calendarDate, count: z.int() })),
    })
    .nullable()
    .describe('Null when nothing of the project has a place in time.'),
  tasks: z.array(taskForecast),
  drivers: z.array(forecastDriver),
  sources: z.object({ estimates: z.int(), past: z.int(), none: z.int() }),
});
/** The figures of a forecast. */
export type ForecastResultView = z.infer<typeof forecastResult>;

/** The forecast of a project, and how far the one being made is. */
export const forecastView = z.object({
  state: z.enum(forecastStates).nullable().describe('Null when none was ever asked for.'),
  done: z.int().describe('Samples done of the one under way.'),
  samples: z.int(),
  isLevelled: z.boolean().describe("Whether the one asked for last counts people's limits."),
  failure: z.string().nullable(),
  isOutdated: z.boolean().describe('Plan, estimates or day have changed since it was made.'),
  result: forecastResult.nullable(),
});
/** The forecast of a project. */
export type ForecastView = z.infer<typeof forecastView>;

/** Forecasts by simulation of whole plans, from three estimates or the firm's own past (U14). */
export const forecasts = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/projects/:id/forecast',
    permission: 'read',
    summary: 'When the project and its milestones will be done, and what drives that.',
    params,
    output: forecastView,
  }),
  start: endpoint({
    method: 'POST',
    path: '/api/v1/projects/:id/forecast',
    permission: 'write',
    summary: 'Make the forecast anew. It runs by itself; ask for it.',
    params,
    body: z
      .object({
        samples: z.int().min(100).max(20_000).describe('1,000 if left out.'),
        seed: z.int().min(0).max(2_147_483_647).describe('1 if left out.'),
        isLevelled: z
          .boolean()
          .describe(
            "Whether people's limits count, over all committed projects; as in the last forecast if left out, at first not.",
          ),
      })
      .partial(),
    output: forecastView,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/api/v1/projects/:id/forecast/cancel',
    permission: 'write',
    summary: 'Stop the forecast that is being made; the last one stays.',
    params,
    output: forecastView,
  }),
  startAll: endpoint({
    method: 'POST',
    path: '/api/v1/forecasts',
    permission: 'write',
    summary: 'Make the forecasts of all committed projects anew.',
    body: z.object({}),
    output: z.object({ queued: z.int() }),
  }),
};

/** How finished tasks can be held together. */
export const accuracyGroupings = ['role-and-type', 'role', 'type'] as const;
/** How finished tasks can be held together. */
export type AccuracyGrouping = (typeof accuracyGroupings)[number];

const accuracyRow = z.object({
  key: z.string(),
  role: reference<RoleId>().nullable(),
  type: z.string().nullable().describe('Name of the phase; empty for tasks without one.'),
  count: z.int().describe('Finished tasks with an estimate and hours.'),
  estimateMinutes: z.int(),
  actualMinutes: z.int(),
  ownRatio: z.number().describe('Geometric mean of actual / estimate of these tasks.'),
  ratio: z.number().describe("The one used: drawn towards the firm's where tasks are few."),
  weight: share.describe('How much of the own ratio counts.'),
  p80: z.number().describe('Four of five such tasks take at most so many times their estimate.'),
});
/** How the estimates of one kind of work turned out. */
export type AccuracyRow = z.infer<typeof accuracyRow>;

/** How the firm's estimates turned out. */
export const accuracyView = z.object({
  count: z.int(),
  ratio: z.number(),
  correlation: z.number().describe('How far tasks of one project run over together.'),
  honesty: z
    .object({
      count: z.int(),
      errorAsEstimated: z.number(),
      errorWithRatios: z.number(),
      within50: share,
      within80: share,
      within95: share,
    })
    .nullable()
    .describe('Each finished task foretold from all others.'),
  rows: z.array(accuracyRow),
});
/** How the firm's estimates turned out. */
export type AccuracyView = z.infer<typeof accuracyView>;

const accuracyTask = z.object({
  task: reference<TaskId>(),
  project: z.object({ id: id<ProjectId>(), name: z.string(), kind: z.enum(projectKinds) }),
  doneOn: calendarDate.nullable(),
  estimateMinutes: z.int(),
  actualMinutes: z.int(),
  ratio: z.number(),
});
/** A finished task behind a ratio. */
export type AccuracyTask = z.infer<typeof accuracyTask>;

const grouping = z.enum(accuracyGroupings).default('role-and-type');

/** Estimate against actual: what forecasts learn from (IN-07). */
export const estimateAccuracy = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/estimate-accuracy',
    permission: 'read',
    summary: 'Estimate against actual by role and type of work, with sample sizes.',
    query: z.object({ by: grouping }),
    output: accuracyView,
  }),
  tasks: endpoint({
    method: 'GET',
    path: '/api/v1/estimate-accuracy/tasks',
    permission: 'read',
    summary: 'The finished tasks behind one row.',
    query: z.object({ by: grouping, key: z.string().max(1_000) }),
    output: z.object({ rows: z.array(accuracyTask) }),
  }),
};
