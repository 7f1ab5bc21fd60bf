import type { PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import { z } from 'zod';
import { initiativePromiseView } from './balance.ts';
import { endpoint } from './endpoint.ts';
import { calendarDate, id, reference } from './scalars.ts';

const minutes = z.int();
const projectId = id<ProjectId>();

const target = z.object({
  milestone: reference<TaskId>().nullable().describe('Null: the end of the initiative.'),
  dueOn: calendarDate,
  remainingMinutes: minutes.describe('Work left until then: of open tasks, else of the promise.'),
  isEstimated: z.boolean().describe('Whether tasks say how much is left.'),
});

const forecast = z.object({
  paceMinutes: minutes.describe('Given in a week of late; recent weeks weigh more.'),
  paceBasisPoints: z.int().nullable().describe('The pace as a share of the promise.'),
  finishWeek: calendarDate
    .nullable()
    .describe('Monday of the week in which the work is done at this pace; null: never.'),
  lackingMinutes: minutes.describe('Work that is not done on the day, at this pace.'),
  isStarving: z.boolean(),
});

const culprit = z.object({ project: reference<ProjectId>(), minutes });

/** A standing warning: an initiative whose hours are taken, before a date of it is missed. */
export const starvationWarningView = z.object({
  initiative: reference<ProjectId>(),
  owner: reference<PersonId>().nullable(),
  since: calendarDate.describe('The day on which it was first warned of.'),
  on: calendarDate.describe('The day on which it was last reckoned.'),
  target: target.omit({ isEstimated: true }),
  forecast: forecast.omit({ isStarving: true }),
  promisedMinutes: minutes.describe('Of the last half year.'),
  givenMinutes: minutes,
  shortfallMinutes: minutes,
  culprits: z
    .array(culprit)
    .describe('Client projects that took the hours; with `unexplainedMinutes` the shortfall.'),
  unexplainedMinutes: minutes,
});
export type StarvationWarningView = z.infer<typeof starvationWarningView>;

/** How an initiative stands today: promised against given, and where its pace leads. */
export const starvationOutlookView = z.object({
  promise: initiativePromiseView,
  target,
  forecast,
  culprits: z.array(culprit),
});
export type StarvationOutlookView = z.infer<typeof starvationOutlookView>;

/** Initiatives whose hours are taken by client work (B06, ST-12). */
export const starvation = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/starvation-warnings',
    permission: 'read',
    summary:
      'Initiatives that will miss a milestone or their end at the present pace, with who took the hours; reckoned each night. `mine`: those you own or manage.',
    query: z.object({ mine: z.enum(['true', 'false']).default('false') }),
    output: z.object({ rows: z.array(starvationWarningView) }),
  }),
  outlook: endpoint({
    method: 'GET',
    path: '/api/v1/initiatives/:id/outlook',
    permission: 'read',
    summary:
      'Promised against given by week over the last half year, the forecast at the present pace, and who took the difference. Null without a promise, or without a day ahead.',
    params: z.object({ id: projectId }),
    output: z.object({ outlook: starvationOutlookView.nullable() }),
  }),
};
