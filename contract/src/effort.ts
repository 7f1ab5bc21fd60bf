import type { AccountId, PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import { z } from 'zod';
import { commaList, endpoint } from './endpoint.ts';
import { calendarDate, id, recordDate, reference } from './scalars.ts';

/** The numbers of hours that stand side by side, in minutes (U04, U12). */
export const effortFigures = z.object({
  estimateMinutes: z.int().describe('Estimates of the tasks that have no sub-tasks.'),
  plannedMinutes: z.int().describe('The part of these on tasks that somebody is on.'),
  loggedMinutes: z.int().describe('Time entries of the asked days, on tasks and on the whole.'),
  billableMinutes: z.int().describe('The part of these that is charged to a client.'),
  toGoMinutes: z
    .int()
    .describe('Estimate less everything ever logged, of each open task, never below 0.'),
});
/** The numbers of hours that stand side by side, in minutes. */
export type EffortFigures = z.infer<typeof effortFigures>;

const projectOf = z.object({
  id: id<ProjectId>(),
  number: z.int(),
  name: z.string(),
  kind: z.enum(['client', 'initiative']),
  account: reference<AccountId>().nullable(),
});

/** A line of the report: a project, a task of one, or a person on one. */
export const effortRow = effortFigures.extend({
  project: projectOf,
  task: z.object({ id: id<TaskId>(), number: z.int(), name: z.string() }).nullable(),
  person: reference<PersonId>().nullable().describe('Null by person: tasks that nobody is on.'),
});
/** A line of the report: a project, a task of one, or a person on one. */
export type EffortRow = z.infer<typeof effortRow>;

/** By what the report has its lines. */
export const effortGroupings = ['project', 'task', 'person'] as const;

/** Estimated, planned and logged hours side by side. */
export const effort = {
  report: endpoint({
    method: 'GET',
    path: '/api/v1/effort',
    permission: 'read',
    summary:
      'Estimated, planned and logged hours side by side, by project, by task, or by person and project.',
    query: z.object({
      by: z.enum(effortGroupings).default('project'),
      from: recordDate.optional().describe('First day whose time counts as logged.'),
      to: recordDate.optional().describe('Last day whose time counts as logged.'),
      kind: z.enum(['client', 'initiative']).optional(),
      projectId: commaList(id<ProjectId>()).optional(),
      accountId: commaList(id<AccountId>()).optional(),
      limit: z.coerce.number().int().min(1).max(10_000).default(5_000),
    }),
    output: z.object({ rows: z.array(effortRow), isCut: z.boolean() }),
  }),
};

/** Time of one task, as a client reads it. */
const statementTask = z.object({
  id: id<TaskId>().nullable().describe('Null for time on the project as a whole.'),
  name: z.string(),
  estimateMinutes: z.int().nullable(),
  minutes: z.int(),
  billableMinutes: z.int(),
  entries: z.array(
    z.object({
      on: calendarDate,
      person: z.string(),
      minutes: z.int(),
      note: z.string(),
      isBillable: z.boolean(),
    }),
  ),
});

/** What was worked for an account on some days, task by task (U05). */
export const timeStatement = z.object({
  account: reference<AccountId>(),
  from: calendarDate,
  to: calendarDate,
  minutes: z.int(),
  billableMinutes: z.int(),
  projects: z.array(
    z.object({
      id: id<ProjectId>(),
      number: z.int(),
      name: z.string(),
      minutes: z.int(),
      billableMinutes: z.int(),
      tasks: z.array(statementTask),
    }),
  ),
});
/** What was worked for an account on some days, task by task. */
export type TimeStatement = z.infer<typeof timeStatement>;

/** Statements of time for clients. */
export const timeStatements = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/accounts/:id/time-statement',
    permission: 'read',
    summary: 'What was worked for an account on some days, by project and task, with the entries.',
    params: z.object({ id: id<AccountId>() }),
    query: z.object({
      from: recordDate,
      to: recordDate,
      billable: z.enum(['yes', 'all']).default('yes').describe('Only what is charged, or all.'),
      projectId: commaList(id<ProjectId>()).optional(),
    }),
    output: timeStatement,
  }),
};
