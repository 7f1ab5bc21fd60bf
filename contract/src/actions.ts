import type { ActionId, Id, PersonId } from '@evenkeel/core/id';
import { subjectKinds } from '@evenkeel/core/subject';
import { z } from 'zod';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import {
  calendarDate,
  id,
  instant,
  longText,
  recordDate,
  recordName,
  reference,
  version,
} from './scalars.ts';
import { subjectLink, subjectRef } from './subjects.ts';

const actionId = id<ActionId>();
const params = z.object({ id: actionId });

/** A small to-do with an owner and a day, which may hang on any record (ST-41). */
export const actionView = z.object({
  id: actionId,
  version,
  name: z.string(),
  notes: z.string(),
  subject: subjectLink.nullable().describe('What it is about; null for nothing in particular.'),
  owner: reference<PersonId>().nullable(),
  dueOn: calendarDate.nullable(),
  doneOn: calendarDate.nullable(),
  isOverdue: z.boolean(),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
/** A small to-do. */
export type ActionView = z.infer<typeof actionView>;

const fields = {
  name: recordName,
  notes: longText,
  subject: subjectRef.nullable(),
  ownerId: id<PersonId>().nullable(),
  dueOn: recordDate.nullable(),
};
/** What a new action takes. */
export const actionDraft = z.object(fields).partial().required({ name: true });
/** What can be changed on an action; `isDone` ticks it off today, or takes that back. */
export const actionChange = z.object({ ...fields, isDone: z.boolean() }).partial();
/** What can be changed on an action. */
export type ActionChange = z.infer<typeof actionChange>;

/** Small to-dos that link to anything. */
export const actions = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/actions',
    permission: 'read',
    summary: 'Actions: all, those of a record, those of a person.',
    query: listQuery(['dueOn', 'name', 'owner', 'doneOn', 'createdAt'], {
      subjectKind: z.enum(subjectKinds).optional(),
      subjectId: id<Id<string>>().optional(),
      ownerId: commaList(id<PersonId>()).optional(),
      isDone: z.enum(['true', 'false']).optional(),
    }),
    output: page(actionView),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/actions/:id',
    permission: 'read',
    summary: 'One action.',
    params,
    output: actionView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/actions',
    permission: 'write',
    summary: 'Add an action, on a record or on nothing in particular.',
    body: actionDraft,
    output: actionView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/actions/:id',
    permission: 'write',
    summary: 'Change an action, tick it off, or take that back.',
    ifMatch: true,
    params,
    body: actionChange,
    output: actionView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/actions/:id',
    permission: 'write',
    summary: 'Move an action to the trash.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/actions/:id/restore',
    permission: 'write',
    summary: 'Take an action out of the trash.',
    params,
    output: actionView,
  }),
};
