import type {
  AccountId,
  AgendaItemId,
  ContactId,
  DecisionId,
  MeetingId,
  MeetingSeriesId,
  MemberId,
  PersonId,
  ProjectId,
} from '@evenkeel/core/id';
import { openKinds } from '@evenkeel/core/meetings/agenda';
import {
  attendeeParts,
  meetingMinutes,
  meetingStates,
  mostOccurrences,
  mostWeeksBetween,
} from '@evenkeel/core/meetings/meeting';
import { type ClockTime, isClockTime, isTimeZone } from '@evenkeel/core/meetings/zoned-time';
import { z } from 'zod';
import { bytes, done, endpoint } from './endpoint.ts';
import {
  calendarDate,
  id,
  instant,
  longText,
  recordDate,
  recordName,
  reference,
  shortText,
  version,
} from './scalars.ts';
import { subjectLink, subjectQuery, subjectRef } from './subjects.ts';

const meetingId = id<MeetingId>();
const params = z.object({ id: meetingId });
const itemParams = z.object({ id: meetingId, itemId: id<AgendaItemId>() });

/** A time of day, `HH:MM`. The check proves the brand. */
export const clockTime = z
  .string()
  .refine(isClockTime, 'must be a time of day such as 14:30') as unknown as z.ZodType<
  ClockTime,
  ClockTime
>;
const timeZone = z
  .string()
  .max(100)
  .refine(isTimeZone, 'must be a time zone such as Europe/Berlin');
const minutes = z.int().min(meetingMinutes.least).max(meetingMinutes.most);
const link = z
  .string()
  .trim()
  .max(2_000)
  .refine((text) => text === '' || /^https?:\/\/\S+$/i.test(text), 'must be a web address');

/** Somebody at a meeting: of the firm, or of an account. */
export const attendeeView = z.object({
  person: reference<PersonId>().nullable(),
  contact: reference<ContactId>().nullable(),
  part: z.enum(attendeeParts),
  email: z.string().nullable().describe('Where the invitation goes; null where none is known.'),
});
/** Somebody at a meeting. */
export type AttendeeView = z.infer<typeof attendeeView>;

/** A point of an agenda, linked to what it is about. */
export const agendaItemView = z.object({
  id: id<AgendaItemId>(),
  version,
  name: z.string(),
  minutes: z.int(),
  subject: subjectLink.nullable(),
  presenter: reference<PersonId>().nullable(),
  isClientVisible: z.boolean(),
  outcome: z.string(),
  decision: reference<DecisionId>().nullable().describe('As which its outcome was written down.'),
});
/** A point of an agenda. */
export type AgendaItemView = z.infer<typeof agendaItemView>;

/** A meeting as lists show it. */
export const meetingRow = z.object({
  id: meetingId,
  version,
  name: z.string(),
  project: reference<ProjectId>()
    .extend({ kind: z.enum(['client', 'initiative']) })
    .nullable(),
  account: reference<AccountId>().nullable(),
  startsAt: instant,
  on: calendarDate.describe('Its day in its own time zone.'),
  at: clockTime.describe('Its time of day in its own time zone.'),
  minutes: z.int(),
  timeZone: z.string(),
  place: z.string(),
  link: z.string(),
  state: z.enum(meetingStates),
  isClientVisible: z.boolean(),
  isInvited: z.boolean(),
  organiser: reference<MemberId>(),
  series: z.object({ id: id<MeetingSeriesId>(), everyWeeks: z.int(), count: z.int() }).nullable(),
  attendees: z.array(attendeeView),
});
/** A meeting as lists show it. */
export type MeetingRow = z.infer<typeof meetingRow>;

/** A meeting with its agenda and what came of it. */
export const meetingView = meetingRow.extend({
  purpose: z.string(),
  outcome: z.string(),
  subject: subjectLink.nullable().describe('The record on which a talk got stuck.'),
  decision: reference<DecisionId>().nullable().describe('As which its outcome was written down.'),
  agenda: z.array(agendaItemView),
  deletedAt: instant.nullable(),
});
/** A meeting with its agenda and what came of it. */
export type MeetingView = z.infer<typeof meetingView>;

/** Something open that could be talked about, as the agenda would take it. */
export const agendaSuggestion = z.object({
  kind: z.enum(openKinds),
  name: z.string(),
  minutes: z.int(),
  subject: subjectLink,
  since: calendarDate.nullable(),
  isClientVisible: z.boolean(),
});
/** Something open that could be talked about. */
export type AgendaSuggestion = z.infer<typeof agendaSuggestion>;

const attendeeDraft = z.union([
  z.strictObject({ personId: id<PersonId>(), part: z.enum(attendeeParts) }),
  z.strictObject({ contactId: id<ContactId>(), part: z.enum(attendeeParts) }),
]);
const when = { on: recordDate, at: clockTime, minutes, timeZone };
const fields = {
  name: recordName,
  purpose: longText,
  place: shortText,
  link,
  isClientVisible: z.boolean(),
  outcome: longText,
  attendees: z.array(attendeeDraft).max(100),
};
const itemFields = {
  name: recordName,
  minutes: z.int().min(1).max(meetingMinutes.most),
  subject: subjectRef.nullable(),
  presenterId: id<PersonId>().nullable(),
  isClientVisible: z.boolean(),
  outcome: z.string().max(5_000),
};

/** What a new meeting takes. */
export const meetingDraft = z
  .object(fields)
  .partial()
  .required({ name: true })
  .extend({
    ...when,
    timeZone: timeZone.optional().describe('That of the workspace without it.'),
    projectId: id<ProjectId>().nullable().optional(),
    accountId: id<AccountId>().nullable().optional(),
    subject: subjectRef.optional().describe('The record on which a talk got stuck (CL-18).'),
    withAgenda: z.boolean().default(true).describe('Builds the agenda from what is open.'),
    repeats: z
      .object({
        everyWeeks: z.int().min(1).max(mostWeeksBetween),
        count: z.int().min(2).max(mostOccurrences),
      })
      .nullable()
      .optional(),
  });

/** Meetings: planned, held, with what came of them (PM-24, CL-18). */
export const meetings = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/meetings',
    permission: 'read',
    summary: 'Meetings between two days, in order: all, of a project, of an account, or my own.',
    query: z.object({
      from: calendarDate.optional().describe('Today without it.'),
      to: calendarDate.optional(),
      projectId: id<ProjectId>().optional(),
      accountId: id<AccountId>().optional(),
      isMine: z.enum(['true', 'false']).optional(),
    }),
    output: z.object({ rows: z.array(meetingRow) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/meetings/:id',
    permission: 'read',
    summary: 'One meeting with its agenda and what came of it.',
    params,
    output: meetingView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/meetings',
    permission: 'write',
    summary: 'Plan a meeting, or a weekly series; answers the first.',
    body: meetingDraft,
    output: meetingView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/meetings/:id',
    permission: 'write',
    summary: 'Change a meeting. Who was invited hears of a new time, place or link by itself.',
    ifMatch: true,
    params,
    body: z
      .object({
        ...fields,
        ...when,
        withFollowing: z
          .boolean()
          .describe('Of a series also those after it that are still planned, moved alike.'),
      })
      .partial(),
    output: meetingView,
  }),
  invite: endpoint({
    method: 'POST',
    path: '/api/v1/meetings/:id/invite',
    permission: 'write',
    summary: 'Mail an iCalendar invitation to everybody at a meeting; of a series, to all of it.',
    params,
    output: meetingView,
  }),
  hold: endpoint({
    method: 'POST',
    path: '/api/v1/meetings/:id/hold',
    permission: 'write',
    summary: 'Say that a meeting was held.',
    ifMatch: true,
    params,
    output: meetingView,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/api/v1/meetings/:id/cancel',
    permission: 'write',
    summary: 'Cancel a meeting; who was invited hears of it by mail.',
    ifMatch: true,
    params,
    output: meetingView,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/v1/meetings/:id/decision',
    permission: 'write',
    summary:
      'Write what came of a meeting, or of one point of it, down as a decision of its project.',
    params,
    body: z.object({ itemId: id<AgendaItemId>().optional() }),
    output: meetingView,
  }),
  forThread: endpoint({
    method: 'GET',
    path: '/api/v1/meetings/for-thread',
    permission: 'read',
    summary:
      'The meeting that a stuck talk on a record calls for: who spoke, when, about what (CL-18).',
    query: z.object(subjectQuery),
    output: z.object({
      name: z.string(),
      project: reference<ProjectId>().nullable(),
      account: reference<AccountId>().nullable(),
      on: calendarDate,
      at: clockTime,
      minutes: z.int(),
      isClientVisible: z.boolean(),
      people: z.array(reference<PersonId>()),
      contacts: z.array(reference<ContactId>()),
    }),
  }),
  file: endpoint({
    method: 'GET',
    path: '/api/v1/meetings/:id/invitation',
    permission: 'read',
    summary: 'The meeting as an iCalendar file.',
    params,
    output: bytes,
  }),
  suggestions: endpoint({
    method: 'GET',
    path: '/api/v1/meetings/:id/suggestions',
    permission: 'read',
    summary: 'What is open and not on the agenda yet, the gravest first.',
    params,
    output: z.object({ rows: z.array(agendaSuggestion) }),
  }),
  addItem: endpoint({
    method: 'POST',
    path: '/api/v1/meetings/:id/agenda',
    permission: 'write',
    summary: 'Add a point to the agenda, after the others.',
    params,
    body: z.object(itemFields).partial().required({ name: true }),
    output: meetingView,
  }),
  updateItem: endpoint({
    method: 'PATCH',
    path: '/api/v1/meetings/:id/agenda/:itemId',
    permission: 'write',
    summary: 'Change a point of the agenda, or say what came of it.',
    ifMatch: true,
    params: itemParams,
    body: z
      .object({ ...itemFields, position: z.int().min(0).max(10_000) })
      .omit({ subject: true })
      .partial(),
    output: meetingView,
  }),
  removeItem: endpoint({
    method: 'DELETE',
    path: '/api/v1/meetings/:id/agenda/:itemId',
    permission: 'write',
    summary: 'Take a point off the agenda.',
    params: itemParams,
    output: done,
  }),
};

/** A calendar of one's own, to subscribe to in any calendar program. */
export const calendarFeeds = {
  mine: endpoint({
    method: 'GET',
    path: '/api/v1/calendar-feed',
    permission: 'read',
    summary: 'Whether there is an address for my calendar; the address itself was shown once.',
    output: z.object({ since: instant.nullable() }),
  }),
  make: endpoint({
    method: 'POST',
    path: '/api/v1/calendar-feed',
    permission: 'read',
    summary: 'Make a secret address for my calendar; one made before stops working.',
    isSecret: true,
    output: z.object({ url: z.string() }),
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/api/v1/calendar-feed',
    permission: 'read',
    summary: 'Make the address of my calendar stop working.',
    output: done,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/v1/calendars/:secret',
    permission: 'public',
    summary: 'A calendar behind its secret address: my meetings, milestones, due tasks and leave.',
    params: z.object({ secret: z.string().min(20).max(100) }),
    output: bytes,
  }),
};
