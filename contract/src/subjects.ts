import type { Id } from '@evenkeel/core/id';
import { subjectKinds } from '@evenkeel/core/subject';
import { z } from 'zod';
import { id } from './scalars.ts';

/** Points to any record: its kind and its id. */
export const subjectRef = z.object({ kind: z.enum(subjectKinds), id: id<Id<string>>() });
export type SubjectRef = z.infer<typeof subjectRef>;

/** A record that something points to, as people see it. */
export const subjectLink = subjectRef.extend({
  name: z.string(),
  /** The number that people see, without its prefix; null for kinds that bear none. */
  number: z.int().nullable(),
  /** Whether it lies in the trash. */
  isDeleted: z.boolean(),
});
export type SubjectLink = z.infer<typeof subjectLink>;

/** How a list in a query string names the record it is about. */
export const subjectQuery = { subjectKind: z.enum(subjectKinds), subjectId: id<Id<string>>() };

/** The record that a query names. */
export function subjectOf(query: {
  readonly subjectKind: SubjectRef['kind'];
  readonly subjectId: SubjectRef['id'];
}): SubjectRef {
  return { kind: query.subjectKind, id: query.subjectId };
}
