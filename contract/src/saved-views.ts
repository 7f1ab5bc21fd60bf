import type { MemberId, SavedViewId } from '@evenkeel/core/id';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { id, recordName, reference, version } from './scalars.ts';

const params = z.object({ id: id<SavedViewId>() });

/** The list or board that a view is of: `deals`, `client-projects`. */
const listName = z.string().regex(/^[a-z][a-z-]{0,39}$/, 'must be the name of a list');

/** What a list is looked at with: search, filters, sort, columns. The lists themselves read it. */
const listState = z
  .record(z.string(), z.unknown())
  .refine((state) => JSON.stringify(state).length <= 20_000, 'holds more than a view can');

/** A way of looking at a list, kept under a name. */
export const savedViewView = z.object({
  id: id<SavedViewId>(),
  version,
  list: z.string(),
  name: z.string(),
  state: z.record(z.string(), z.unknown()),
  isShared: z.boolean(),
  /** How the list opens: for its owner, or for everybody when it is shared; an own one goes first. */
  isDefault: z.boolean(),
  owner: reference<MemberId>(),
});
export type SavedViewView = z.infer<typeof savedViewView>;

const fields = {
  name: recordName,
  state: listState,
  isShared: z.boolean(),
  isDefault: z.boolean(),
};

export const savedViews = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/saved-views',
    permission: 'read',
    summary: 'Own views of a list and those that are shared, by name.',
    query: z.object({ list: listName.optional() }),
    output: z.object({ rows: z.array(savedViewView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/saved-views',
    permission: 'read',
    summary: 'Keep a view of a list under a name; sharing it needs the permission to write.',
    body: z.object({ ...fields, list: listName }).partial({ isShared: true, isDefault: true }),
    output: savedViewView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/saved-views/:id',
    permission: 'read',
    summary: 'Change an own view, or for those who manage, a shared one.',
    ifMatch: true,
    params,
    body: z.object(fields).partial(),
    output: savedViewView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/saved-views/:id',
    permission: 'read',
    summary: 'Delete an own view, or for those who manage, a shared one.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/saved-views/:id/restore',
    permission: 'read',
    summary: 'Take a deleted view back.',
    params,
    output: savedViewView,
  }),
};
