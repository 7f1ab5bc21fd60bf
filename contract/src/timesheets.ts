import type { PersonId } from '@evenkeel/core/id';
import { timesheetStates } from '@evenkeel/core/time/timesheet';
import { z } from 'zod';
import { commaList, endpoint } from './endpoint.ts';
import { calendarDate, id, instant, recordDate, reference, shortText } from './scalars.ts';

/** What is known of the timesheet of one person's week; a week never submitted has version 0. */
export const timesheetStatus = z.object({
  state: z.enum(timesheetStates),
  version: z.int().min(0),
  note: z.string().describe('What whoever submitted it says.'),
  reason: z.string().describe('Why it was returned or opened again.'),
  submittedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable().describe('Name of who approved or returned it.'),
});
/** What is known of the timesheet of one person's week. */
export type TimesheetStatus = z.infer<typeof timesheetStatus>;

/** A person's week as whoever approves it reads it. */
export const timesheetRow = timesheetStatus.extend({
  person: reference<PersonId>(),
  week: calendarDate.describe('The Monday.'),
  minutes: z.int(),
  capacityMinutes: z.int(),
  billableMinutes: z.int(),
  clientMinutes: z.int(),
  initiativeMinutes: z.int(),
  daysWithoutTime: z.array(calendarDate),
  canDecide: z.boolean(),
});
/** A person's week as whoever approves it reads it. */
export type TimesheetRow = z.infer<typeof timesheetRow>;

/** Whose week: yourself unless said; any day of the week will do. */
const whose = { personId: id<PersonId>().optional(), on: recordDate };

/** A timesheet as it was seen: another version by now, and nothing is decided. */
const seen = z.object({ personId: id<PersonId>(), week: recordDate, version: z.int().min(0) });

const decided = z.object({ rows: z.array(timesheetRow) });

/** Timesheets: weeks of people, submitted, approved and then closed (U18). */
export const timesheets = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/timesheets',
    permission: 'read',
    summary: 'Weeks of people with their sums; your own unless you may manage.',
    query: z.object({
      from: recordDate.optional().describe('A day of the first week; seven weeks ago unless said.'),
      to: recordDate.optional().describe('A day of the last week; today unless said.'),
      state: commaList(z.enum(timesheetStates)).optional(),
      personId: commaList(id<PersonId>()).optional(),
    }),
    output: z.object({
      from: calendarDate,
      to: calendarDate,
      today: calendarDate,
      rows: z.array(timesheetRow),
    }),
  }),
  submit: endpoint({
    method: 'POST',
    path: '/api/v1/timesheets/submit',
    permission: 'write',
    summary: 'Say that a week is complete: its time is closed until it is returned or taken back.',
    body: z.object({ ...whose, note: shortText.optional() }),
    output: timesheetRow,
  }),
  recall: endpoint({
    method: 'POST',
    path: '/api/v1/timesheets/recall',
    permission: 'write',
    summary: 'Take a submitted week back before anybody has approved it.',
    body: z.object(whose),
    output: timesheetRow,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/v1/timesheets/decide',
    permission: 'manage',
    summary:
      'Approve weeks, return them with a reason, or open approved ones again: all of them or none.',
    body: z
      .object({
        step: z.enum(['approve', 'return', 'reopen']),
        sheets: z.array(seen).min(1, 'names no week').max(500, 'are more than 500 at once'),
        reason: shortText.optional(),
      })
      .refine(({ step, reason }) => step === 'approve' || Boolean(reason), {
        path: ['reason'],
        message: 'is needed, so that people know what to mend',
      }),
    output: decided,
  }),
};
