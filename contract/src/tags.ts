import type { TagId } from '@evenkeel/core/id';
import { subjectKinds } from '@evenkeel/core/subject';
import { tagColours } from '@evenkeel/core/tag';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { id, version } from './scalars.ts';
import { subjectRef } from './subjects.ts';

const params = z.object({ id: id<TagId>() });
const name = z.string().trim().min(1, 'is needed').max(60, 'is longer than 60 characters');
const colour = z.enum(tagColours);

/** A word of the workspace that is put on records of any kind. */
export const tagView = z.object({
  id: id<TagId>(),
  version,
  name: z.string(),
  colour,
  /** On how many records it stands. */
  count: z.int(),
});
export type TagView = z.infer<typeof tagView>;

export const tags = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/tags',
    permission: 'read',
    summary: 'The tags of the workspace, by name.',
    output: z.object({ rows: z.array(tagView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/tags',
    permission: 'write',
    summary: 'Add a tag.',
    body: z.object({ name, colour: colour.optional() }),
    output: tagView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/tags/:id',
    permission: 'manage',
    summary: 'Change the name or the colour of a tag.',
    ifMatch: true,
    params,
    body: z.object({ name, colour }).partial(),
    output: tagView,
  }),
  merge: endpoint({
    method: 'POST',
    path: '/api/v1/tags/:id/merge',
    permission: 'manage',
    summary: 'Put another tag in place of this one everywhere; this one is then gone.',
    params,
    body: z.object({ intoId: id<TagId>() }),
    output: tagView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/tags/:id',
    permission: 'manage',
    summary: 'Delete a tag, and with it take it off every record.',
    params,
    output: done,
  }),
  ofKind: endpoint({
    method: 'GET',
    path: '/api/v1/taggings',
    permission: 'read',
    summary: 'Which tags stand on the records of one kind, or on one of them.',
    query: z.object({ subjectKind: z.enum(subjectKinds), subjectId: z.uuid().optional() }),
    output: z.object({
      rows: z.array(z.object({ subjectId: z.uuid(), tagIds: z.array(id<TagId>()) })),
    }),
  }),
  apply: endpoint({
    method: 'POST',
    path: '/api/v1/taggings',
    permission: 'write',
    summary: 'Put tags on records and take tags off them, all or none.',
    body: z.object({
      subjects: z.array(subjectRef).min(1).max(2_000),
      add: z.array(id<TagId>()).max(50).default([]),
      remove: z.array(id<TagId>()).max(50).default([]),
    }),
    /** What really changed, so that the opposite can be asked for. */
    output: z.object({ added: z.int(), removed: z.int() }),
  }),
};
