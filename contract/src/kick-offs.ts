import type {
  ClientDutyId,
  ContactId,
  KickOffItemId,
  MeetingId,
  PersonId,
  ProjectId,
} from '@evenkeel/core/id';
import { kickOffPhases, kickOffProofs } from '@evenkeel/core/kick-off/kick-off';
import { clientSides } from '@evenkeel/core/projects/client-side';
import { dutyKinds, dutyStates } from '@evenkeel/core/waits/duty';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import {
  calendarDate,
  id,
  instant,
  recordDate,
  recordName,
  reference,
  version,
} from './scalars.ts';

const itemId = id<KickOffItemId>();

/** One item of a kick-off plan, with what shows that it is done. */
export const kickOffItemView = z.object({
  id: itemId,
  version,
  phase: z.enum(kickOffPhases),
  position: z.number(),
  name: z.string(),
  side: z.enum(clientSides),
  proof: z.enum(kickOffProofs),
  person: reference<PersonId>().nullable().describe('Who of ours does it.'),
  dueOn: calendarDate.nullable().describe('Of a client duty its own day.'),
  isDone: z.boolean(),
  doneOn: calendarDate.nullable().describe('Null where another record says that it is done.'),
  isClientVisible: z.boolean(),
  meeting: z
    .object({ id: id<MeetingId>(), name: z.string(), startsAt: instant })
    .nullable()
    .describe('The kick-off meeting, once it is planned.'),
  duty: z
    .object({ id: id<ClientDutyId>(), state: z.enum(dutyStates), contact: z.string() })
    .nullable()
    .describe('What the client was asked for; null until they were.'),
});
/** One item of a kick-off plan. */
export type KickOffItemView = z.infer<typeof kickOffItemView>;

/** The kick-off plan of a project; without items it has not been begun. */
export const kickOffView = z.object({
  items: z.array(kickOffItemView),
  count: z.int(),
  doneCount: z.int(),
  agreement: z.enum(['none', 'draft', 'proposed', 'agreed']).describe('The working agreement.'),
});
/** The kick-off plan of a project. */
export type KickOffView = z.infer<typeof kickOffView>;

const fields = {
  phase: z.enum(kickOffPhases),
  position: z.number().min(-1e12).max(1e12),
  name: recordName,
  personId: id<PersonId>().nullable(),
  dueOn: recordDate.nullable(),
  doneOn: recordDate.nullable(),
  isClientVisible: z.boolean(),
  meetingId: id<MeetingId>().nullable(),
};
const projectParams = z.object({ id: id<ProjectId>() });
const params = z.object({ id: itemId });

/** The kick-off of a client project: before, during and after its meeting (PM-19). */
export const kickOffs = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/client-projects/:id/kick-off',
    permission: 'read',
    summary: 'The kick-off plan of a project, in the order of its parts.',
    params: projectParams,
    output: kickOffView,
  }),
  begin: endpoint({
    method: 'POST',
    path: '/api/v1/client-projects/:id/kick-off',
    permission: 'write',
    summary: 'Begin with the usual items, dated around the meeting or the start of the project.',
    params: projectParams,
    output: kickOffView,
  }),
  addItem: endpoint({
    method: 'POST',
    path: '/api/v1/client-projects/:id/kick-off/items',
    permission: 'write',
    summary:
      'Add an item to a kick-off plan; it stands last in its part unless a position is named.',
    params: projectParams,
    body: z
      .object({
        ...fields,
        side: z.enum(clientSides),
        proof: z.enum(kickOffProofs),
        dutyId: id<ClientDutyId>().nullable(),
      })
      .partial()
      .extend({ name: recordName, phase: z.enum(kickOffPhases) }),
    output: kickOffItemView,
  }),
  updateItem: endpoint({
    method: 'PATCH',
    path: '/api/v1/kick-off-items/:id',
    permission: 'write',
    summary: 'Change an item, or tick it off with the day on which it was done.',
    ifMatch: true,
    params,
    body: z.object(fields).partial(),
    output: kickOffItemView,
  }),
  ask: endpoint({
    method: 'POST',
    path: '/api/v1/kick-off-items/:id/ask',
    permission: 'write',
    summary: 'Ask a contact for an item on the client’s side: it becomes a client duty.',
    ifMatch: true,
    params,
    body: z.object({
      contactId: id<ContactId>(),
      dueOn: recordDate,
      kind: z.enum(dutyKinds).exclude(['approval']),
    }),
    output: kickOffItemView,
  }),
  removeItem: endpoint({
    method: 'DELETE',
    path: '/api/v1/kick-off-items/:id',
    permission: 'write',
    summary: 'Take an item off. What the client was asked stays asked.',
    params,
    output: done,
  }),
};
