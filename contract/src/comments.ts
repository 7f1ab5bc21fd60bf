import { reactions } from '@evenkeel/core/comments/reaction';
import type { CommentId, FileId, Id, MemberId, PersonId, UploadId } from '@evenkeel/core/id';
import { subjectKinds } from '@evenkeel/core/subject';
import { z } from 'zod';
import { done, endpoint, listQuery, page } from './endpoint.ts';
import { fileName, id, instant, reference, version } from './scalars.ts';
import { subjectLink, subjectQuery, subjectRef } from './subjects.ts';

const commentId = id<CommentId>();
const params = z.object({ id: commentId });

/** Text of a comment: 1 to 10,000 characters, plain, with addresses and `@Name`. */
const body = z
  .string()
  .trim()
  .min(1, 'write something first')
  .max(10_000, 'is longer than 10,000 characters');

/** Who wrote or added something: a member, or a person who has no login. */
export const authorView = z.object({
  memberId: id<MemberId>().nullable(),
  personId: id<PersonId>().nullable(),
  name: z.string(),
});
export type AuthorView = z.infer<typeof authorView>;

/** What somebody said on a record. Only the team sees it, unless it says otherwise (U07). */
export const commentView = z.object({
  id: commentId,
  version,
  subject: subjectLink,
  body: z.string(),
  isClientVisible: z.boolean(),
  author: authorView,
  mentions: z.array(reference<MemberId>()),
  parentId: commentId.nullable().describe('The comment that it answers.'),
  isFromClient: z.boolean(),
  reactions: z.array(
    z.object({ reaction: z.enum(reactions), members: z.array(reference<MemberId>()) }),
  ),
  files: z.array(z.object({ id: id<FileId>(), name: z.string(), byteSize: z.int() })),
  createdAt: instant,
  editedAt: instant.nullable(),
  deletedAt: instant.nullable(),
});
export type CommentView = z.infer<typeof commentView>;

const mentionIds = z.array(id<MemberId>()).max(50);

export const comments = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/comments',
    permission: 'read',
    summary: 'Comments on one record, or on any.',
    query: listQuery(['createdAt'], {
      subjectKind: z.enum(subjectKinds).optional(),
      subjectId: id<Id<string>>().optional(),
      mentions: id<MemberId>().optional().describe('Only those that mention this member.'),
    }),
    output: page(commentView),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/comments',
    permission: 'write',
    summary: 'Say something on a record. Only the team sees it, unless `isClientVisible` is set.',
    body: z.object({
      subject: subjectRef,
      body,
      isClientVisible: z.boolean().optional(),
      mentionIds: mentionIds.optional(),
      parentId: commentId
        .optional()
        .describe('The comment that it answers; it is shown no further than that one.'),
      files: z
        .array(z.object({ uploadId: id<UploadId>(), name: fileName }))
        .max(20)
        .optional()
        .describe('What is sent along; who sees the comment sees it.'),
    }),
    output: commentView,
  }),
  react: endpoint({
    method: 'POST',
    path: '/api/v1/comments/:id/reactions',
    permission: 'write',
    summary: 'React to a comment in one click, or take that back.',
    params,
    body: z.object({ reaction: z.enum(reactions), isOn: z.boolean() }),
    output: commentView,
  }),
  following: endpoint({
    method: 'GET',
    path: '/api/v1/follows',
    permission: 'read',
    summary: 'Whether you hear of what is said on a record.',
    query: z.object(subjectQuery),
    output: z.object({ isFollowing: z.boolean() }),
  }),
  follow: endpoint({
    method: 'POST',
    path: '/api/v1/follows',
    permission: 'read',
    summary: 'Hear of what is said on a record, or no longer, whatever your part in it.',
    body: z.object({ subject: subjectRef, isFollowing: z.boolean() }),
    output: z.object({ isFollowing: z.boolean() }),
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/comments/:id',
    permission: 'write',
    summary: 'Change an own comment.',
    ifMatch: true,
    params,
    body: z.object({ body, isClientVisible: z.boolean(), mentionIds }).partial(),
    output: commentView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/comments/:id',
    permission: 'write',
    summary: 'Delete a comment: an own one, or any for those who administer.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/comments/:id/restore',
    permission: 'write',
    summary: 'Take a deleted comment back.',
    params,
    output: commentView,
  }),
};
