import type { ProjectId, RecurrenceId, TaskId } from '@evenkeel/core/id';
import { recurrenceBases, weeksOfMonth } from '@evenkeel/core/projects/recurrence';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { calendarDate, id, recordDate, version } from './scalars.ts';

const recurrenceId = id<RecurrenceId>();
const params = z.object({ id: recurrenceId });
const interval = z.int().min(1, 'must be at least 1').max(120);
const weekday = z.int().min(1).max(7).describe('Monday 1 to Sunday 7 (ISO 8601).');

/** When a task comes again: RecurrenceRule of core/projects/recurrence. */
export const recurrenceRule = z.discriminatedUnion('frequency', [
  z.object({ frequency: z.literal('daily'), interval, weekdaysOnly: z.boolean() }),
  z.object({
    frequency: z.literal('weekly'),
    interval,
    weekdays: z.array(weekday).min(1, 'needs a day of the week').max(7).readonly(),
  }),
  z.object({
    frequency: z.literal('monthly'),
    interval,
    monthDay: z.int().min(1).max(31).describe('Beyond the end of a month: its last day.'),
  }),
  z.object({
    frequency: z.literal('monthly-weekday'),
    interval,
    weekday,
    week: z.literal(weeksOfMonth).describe('-1 is the last of the month.'),
  }),
]);

/** How a task comes again, with the next days on which it will. */
export const recurrenceView = z.object({
  id: recurrenceId,
  version,
  projectId: id<ProjectId>(),
  rule: recurrenceRule,
  basis: z.enum(recurrenceBases),
  startsOn: calendarDate,
  until: calendarDate.nullable(),
  count: z.int().nullable(),
  leadDays: z.int(),
  state: z.enum(['active', 'paused', 'ended']),
  madeCount: z.int(),
  upcoming: z.array(calendarDate).describe('The next days for which no task stands yet.'),
});
/** How a task comes again. */
export type RecurrenceView = z.infer<typeof recurrenceView>;

const fields = {
  rule: recurrenceRule,
  basis: z
    .enum(recurrenceBases)
    .describe('The next day follows the rule, or the day on which the last was done.'),
  until: recordDate.nullable(),
  count: z.int().min(1).max(1_000).nullable().describe('How many times in all.'),
  leadDays: z.int().min(0).max(366).describe('How long before its day a task is made.'),
};

/** What a new recurrence takes; the task it is given to is its first time. */
export const recurrenceDraft = z
  .object(fields)
  .partial()
  .extend({ taskId: id<TaskId>(), rule: recurrenceRule });

/** Tasks that come again by themselves (U20). */
export const recurrences = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/recurrences/:id',
    permission: 'read',
    summary: 'How a task comes again.',
    params,
    output: recurrenceView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/recurrences',
    permission: 'write',
    summary: 'Let a task come again; it is the first time. Later ones are made by themselves.',
    body: recurrenceDraft,
    output: recurrenceView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/recurrences/:id',
    permission: 'write',
    summary: 'Change how a task comes again, pause or end it; tasks that stand are left alone.',
    ifMatch: true,
    params,
    body: z.object({ ...fields, state: z.enum(['active', 'paused', 'ended']) }).partial(),
    output: recurrenceView,
  }),
  skip: endpoint({
    method: 'POST',
    path: '/api/v1/recurrences/:id/skip',
    permission: 'write',
    summary: 'Leave out one day: its task is not made, or goes to the trash if it stands.',
    params,
    body: z.object({ on: recordDate }),
    output: recurrenceView,
  }),
  unskip: endpoint({
    method: 'POST',
    path: '/api/v1/recurrences/:id/unskip',
    permission: 'write',
    summary: 'Take back that a day is left out.',
    params,
    body: z.object({ on: recordDate }),
    output: done,
  }),
};
