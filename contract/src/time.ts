import type { Id, PersonId, ProjectId, TaskId, TimeEntryId } from '@evenkeel/core/id';
import { mostMinutesPerDay } from '@evenkeel/core/time/entry';
import { z } from 'zod';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import { calendarDate, id, instant, longText, recordDate, reference, version } from './scalars.ts';
import { timesheetStatus } from './timesheets.ts';

const entryId = id<TimeEntryId>();
const params = z.object({ id: entryId });

/** Minutes of one time entry. */
export const entryMinutes = z
  .int('must be whole minutes')
  .min(1, 'must be at least a minute')
  .max(mostMinutesPerDay, 'is more than a day has');

/** What time is logged on: a task, or a project as a whole. The kind is always said. */
export const loggedWork = z.object({
  project: z.object({
    id: id<ProjectId>(),
    number: z.int(),
    name: z.string(),
    kind: z.enum(['client', 'initiative']),
  }),
  task: z.object({ id: id<TaskId>(), number: z.int(), name: z.string() }).nullable(),
});
/** What time is logged on. */
export type LoggedWork = z.infer<typeof loggedWork>;

/** A piece of time somebody worked. */
export const timeEntryRow = loggedWork.extend({
  id: entryId,
  version,
  person: reference<PersonId>(),
  on: calendarDate,
  minutes: z.int(),
  note: z.string(),
  isBillable: z.boolean(),
});
/** A piece of time somebody worked. */
export type TimeEntryRow = z.infer<typeof timeEntryRow>;

/** Sums over everything that a list's filters let through. */
export const timeTotals = z.object({
  minutes: z.int(),
  billableMinutes: z.int(),
  clientMinutes: z.int(),
  initiativeMinutes: z.int(),
});
/** Sums over everything that a list's filters let through. */
export type TimeTotals = z.infer<typeof timeTotals>;

/** The work that is asked for: a task is enough, its project is known. */
const work = {
  projectId: id<ProjectId>().optional(),
  taskId: id<TaskId>().nullable().optional(),
};

/** What a new time entry takes: a task or a project, a day and minutes. */
export const timeEntryDraft = z.object({
  ...work,
  personId: id<PersonId>().optional().describe('Yourself unless said; others only for managers.'),
  on: recordDate,
  minutes: entryMinutes,
  note: longText.optional(),
  isBillable: z.boolean().optional().describe('Client projects yes, initiatives no.'),
});
/** What can be changed on a time entry. */
export const timeEntryChange = z
  .object({ on: recordDate, minutes: entryMinutes, note: longText, isBillable: z.boolean() })
  .partial()
  .extend(work);

/** Estimated and logged effort of a task or a whole project, by everybody, ever (U16). */
export const effortSoFar = z.object({
  estimateMinutes: z.int().nullable(),
  loggedMinutes: z.int(),
});
/** Estimated and logged effort of a task or a whole project, by everybody, ever. */
export type EffortSoFar = z.infer<typeof effortSoFar>;

/** A line of the week grid: one task or project with its entries. */
export const weekRow = loggedWork.extend({
  isAssigned: z.boolean(),
  soFar: effortSoFar,
  entries: z.array(
    z.object({
      id: entryId,
      version,
      on: calendarDate,
      minutes: z.int(),
      note: z.string(),
      isBillable: z.boolean(),
    }),
  ),
});
/** A line of the week grid. */
export type WeekRow = z.infer<typeof weekRow>;

/** A person's week: what they are assigned to or logged on, and what bounds their capacity. */
export const timeWeek = z.object({
  person: reference<PersonId>().extend({ joinedOn: calendarDate, leftOn: calendarDate.nullable() }),
  capacityMinutes: z
    .array(z.int())
    .length(7)
    .describe('What the person can work on Monday to Sunday of this week.'),
  today: calendarDate,
  from: calendarDate,
  to: calendarDate,
  canWrite: z.boolean().describe('Whether its time can be changed: right, and not closed.'),
  timesheet: timesheetStatus.extend({ canSubmit: z.boolean(), canDecide: z.boolean() }),
  rows: z.array(weekRow),
});
/** A person's week. */
export type TimeWeek = z.infer<typeof timeWeek>;

/** Something time can be logged on, as a picker offers it. */
export const timeTarget = loggedWork.extend({ isAssigned: z.boolean(), soFar: effortSoFar });
/** Something time can be logged on. */
export type TimeTarget = z.infer<typeof timeTarget>;

/** Logged time. */
export const time = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/time-entries',
    permission: 'read',
    summary: 'Time entries, with sums over all that the filters let through.',
    query: listQuery(['on', 'person', 'project', 'task', 'minutes'], {
      personId: commaList(id<PersonId>()).optional(),
      projectId: commaList(id<ProjectId>()).optional(),
      taskId: commaList(id<TaskId>()).optional(),
      kind: z.enum(['client', 'initiative']).optional(),
      from: calendarDate.optional(),
      to: calendarDate.optional(),
      billable: z.enum(['yes', 'no']).optional(),
    }),
    output: page(timeEntryRow).extend({ totals: timeTotals }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/time-entries/:id',
    permission: 'read',
    summary: 'One time entry.',
    params,
    output: timeEntryRow,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/time-entries',
    permission: 'write',
    summary: 'Log time on a task or project, today or earlier, at most 24 hours a day.',
    body: timeEntryDraft,
    output: timeEntryRow,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/time-entries/:id',
    permission: 'write',
    summary: 'Change a time entry.',
    ifMatch: true,
    params,
    body: timeEntryChange,
    output: timeEntryRow,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/time-entries/:id',
    permission: 'write',
    summary: 'Move a time entry to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/time-entries/:id/restore',
    permission: 'write',
    summary: 'Take a time entry out of the trash.',
    params,
    output: timeEntryRow,
  }),
  week: endpoint({
    method: 'GET',
    path: '/api/v1/time-week',
    permission: 'read',
    summary: 'The week of a person, Monday to Sunday: assigned and logged work with its entries.',
    query: z.object({
      on: recordDate.optional().describe('A day of the week; today unless said.'),
      personId: id<PersonId>().optional().describe('Yourself unless said.'),
    }),
    output: timeWeek,
  }),
  targets: endpoint({
    method: 'GET',
    path: '/api/v1/time-targets',
    permission: 'read',
    summary: 'Tasks and projects of both kinds to log time on, the likeliest first.',
    query: z.object({
      search: z.string().trim().max(200).optional(),
      personId: id<PersonId>().optional(),
    }),
    output: z.object({ rows: z.array(timeTarget) }),
  }),
};

/** A timer that runs. */
export const timerView = loggedWork.extend({
  id: id<Id<'timer'>>(),
  version,
  startedAt: instant,
  note: z.string(),
  soFar: effortSoFar,
});
/** A timer that runs. */
export type TimerView = z.infer<typeof timerView>;

const logged = z.array(timeEntryRow);

/** Your own timer: at most one runs. */
export const timer = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/timer',
    permission: 'read',
    summary: 'Your timer, if one runs.',
    output: z.object({ timer: timerView.nullable() }),
  }),
  start: endpoint({
    method: 'POST',
    path: '/api/v1/timer/start',
    permission: 'write',
    summary: 'Start your timer on a task or project; one that runs is stopped and logged.',
    body: z.object({ ...work, note: longText.optional(), startedAt: instant.optional() }),
    output: z.object({ timer: timerView, logged }),
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/timer',
    permission: 'write',
    summary: 'Change the note, the start or the work of your timer.',
    ifMatch: true,
    body: z.object({ note: longText, startedAt: instant }).partial().extend(work),
    output: z.object({ timer: timerView }),
  }),
  stop: endpoint({
    method: 'POST',
    path: '/api/v1/timer/stop',
    permission: 'write',
    summary:
      'Stop your timer and log its time in whole minutes, cut at midnight in the workspace’s zone.',
    body: z.object({ endedAt: instant.optional().describe('Now unless said.') }),
    output: z.object({ logged }),
  }),
  discard: endpoint({
    method: 'DELETE',
    path: '/api/v1/timer',
    permission: 'write',
    summary: 'Stop your timer and log nothing.',
    output: done,
  }),
};
