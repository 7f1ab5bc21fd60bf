import type { CalendarExceptionId, CalendarId } from '@evenkeel/core/id';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { calendarDate, id, recordDate, recordName, version } from './scalars.ts';

const minuteOfDay = z.int().min(0).max(1_440);

/** Working times of one day, in minutes from midnight, in order; none on a day off. */
export const dayHours = z
  .array(z.object({ from: minuteOfDay, to: minuteOfDay }))
  .max(8)
  .refine(
    (shifts) =>
      shifts.every(({ from, to }, index) => from < to && from >= (shifts[index - 1]?.to ?? 0)),
    'must be times of one day that follow each other',
  );

/** Monday to Sunday. */
export const firmWeek = z.array(dayHours).length(7);

const exceptionFields = {
  name: recordName,
  startOn: recordDate,
  endOn: recordDate,
  hours: dayHours.describe('None for days off.'),
  isYearly: z.boolean().describe('The same days of every year.'),
};

/** Days that differ from the week, as the schedule takes them. */
export const planExceptionView = z.object({
  name: z.string(),
  startOn: calendarDate,
  endOn: calendarDate,
  hours: dayHours,
  isYearly: z.boolean(),
});

/** A holiday, or days with hours of their own. */
export const calendarExceptionView = planExceptionView.extend({
  id: id<CalendarExceptionId>(),
  version,
  publicPlace: z
    .string()
    .nullable()
    .describe(
      'Country and region of a public holiday that came from the list; null: the firm’s own.',
    ),
});
/** A holiday, or days with hours of their own. */
export type CalendarExceptionView = z.infer<typeof calendarExceptionView>;

/** When the firm, a project or a task is worked on. */
export const calendarView = z.object({
  id: id<CalendarId>(),
  version,
  name: z.string(),
  isDefault: z.boolean().describe('Holds wherever no other calendar is chosen.'),
  week: firmWeek,
  exceptions: z.array(calendarExceptionView),
  useCount: z.int().describe('Projects, tasks and people that have chosen it.'),
});
/** When the firm, a project or a task is worked on. */
export type CalendarView = z.infer<typeof calendarView>;

const params = z.object({ id: id<CalendarId>() });
const exceptionParams = z.object({
  id: id<CalendarId>(),
  exceptionId: id<CalendarExceptionId>(),
});
const fields = { name: recordName, week: firmWeek };

/** Working days of the firm: the week, company holidays, other calendars for projects and tasks (U14). */
export const calendars = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/calendars',
    permission: 'read',
    summary: 'All calendars with their holidays, the one of the firm first.',
    output: z.object({ rows: z.array(calendarView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/calendars',
    permission: 'manage',
    summary: 'Add a calendar.',
    body: z.object(fields),
    output: calendarView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/calendars/:id',
    permission: 'manage',
    summary: 'Change the week or the name of a calendar; every plan that follows it moves.',
    ifMatch: true,
    params,
    body: z.object(fields).partial(),
    output: calendarView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/calendars/:id',
    permission: 'manage',
    summary: 'Remove a calendar that nothing uses.',
    params,
    output: done,
  }),
  addException: endpoint({
    method: 'POST',
    path: '/api/v1/calendars/:id/exceptions',
    permission: 'manage',
    summary: 'Add a holiday, or days with hours of their own.',
    params,
    body: z.object(exceptionFields).partial({ endOn: true, hours: true, isYearly: true }),
    output: calendarExceptionView,
  }),
  updateException: endpoint({
    method: 'PATCH',
    path: '/api/v1/calendars/:id/exceptions/:exceptionId',
    permission: 'manage',
    summary: 'Change a holiday.',
    ifMatch: true,
    params: exceptionParams,
    body: z.object(exceptionFields).partial(),
    output: calendarExceptionView,
  }),
  removeException: endpoint({
    method: 'DELETE',
    path: '/api/v1/calendars/:id/exceptions/:exceptionId',
    permission: 'manage',
    summary: 'Remove a holiday.',
    params: exceptionParams,
    output: done,
  }),
};
