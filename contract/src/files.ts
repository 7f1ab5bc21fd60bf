import { imageTypes } from '@evenkeel/core/files/image-type';
import type { FileId, Id, UploadId } from '@evenkeel/core/id';
import { subjectKinds } from '@evenkeel/core/subject';
import { z } from 'zod';
import { authorView } from './comments.ts';
import { bytes, done, endpoint, listQuery, page } from './endpoint.ts';
import { fileName, id, instant, version } from './scalars.ts';
import { subjectLink, subjectRef } from './subjects.ts';

/** The most that one file may hold, in bytes: 200 MiB. */
export const largestFile = 200 * 1024 * 1024;
/** A file is sent in parts of this size, the last one with what is left. It passes any proxy's default. */
export const filePartSize = 1024 * 1024;

const fileId = id<FileId>();
const params = z.object({ id: fileId });

/** A file that hangs on a record. */
export const fileView = z.object({
  id: fileId,
  version,
  subject: subjectLink,
  name: z.string(),
  byteSize: z.int(),
  /** What kind of picture it is by its content; null for anything that is not shown in place. */
  imageType: z.enum(imageTypes).nullable(),
  author: authorView,
  createdAt: instant,
  deletedAt: instant.nullable(),
});
export type FileView = z.infer<typeof fileView>;

/** Where the parts of a file go. */
export const uploadView = z.object({
  id: id<UploadId>(),
  byteSize: z.int(),
  partSize: z.int(),
  partCount: z.int(),
});
export type UploadView = z.infer<typeof uploadView>;

/** A file to be sent: its size in bytes. */
export const uploadDraft = z.object({
  byteSize: z.int().min(0).max(largestFile, 'is more than the 200 MB that a file may hold'),
});

/** Which part of a file it is, from 0 on. */
export const partPosition = z.coerce
  .number()
  .int()
  .min(0)
  .max(largestFile / filePartSize);

/** The bytes of one part of a file, at most `filePartSize` of them. */
export const partBytes = z.instanceof(Uint8Array, { error: 'must be the bytes of the part' });

export const uploads = {
  begin: endpoint({
    method: 'POST',
    path: '/api/v1/uploads',
    permission: 'write',
    summary: 'Begin to send a file: says in how many parts of which size it goes.',
    body: uploadDraft,
    output: uploadView,
  }),
  putPart: endpoint({
    method: 'PUT',
    path: '/api/v1/uploads/:id/parts/:position',
    permission: 'write',
    summary:
      'Send one part, from 0 on (the body, as application/octet-stream). It may be sent again.',
    params: z.object({
      id: id<UploadId>(),
      position: partPosition,
    }),
    body: partBytes,
    output: done,
  }),
};

export const files = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/files',
    permission: 'read',
    summary: 'Files on one record, or on any.',
    query: listQuery(['name', 'createdAt', 'byteSize'], {
      subjectKind: z.enum(subjectKinds).optional(),
      subjectId: id<Id<string>>().optional(),
    }),
    output: page(fileView),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/files',
    permission: 'write',
    summary: 'Put a file that has been sent whole on a record.',
    body: z.object({ uploadId: id<UploadId>(), subject: subjectRef, name: fileName }),
    output: fileView,
  }),
  content: endpoint({
    method: 'GET',
    path: '/api/v1/files/:id/content',
    permission: 'read',
    summary: 'The bytes of a file, to keep; pictures also to be shown in place (`inline`).',
    params,
    query: z.object({ inline: z.enum(['true', 'false']).default('false') }),
    output: bytes,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/files/:id',
    permission: 'write',
    summary: 'Give a file another name.',
    ifMatch: true,
    params,
    body: z.object({ name: fileName }).partial(),
    output: fileView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/files/:id',
    permission: 'write',
    summary: 'Move a file to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/files/:id/restore',
    permission: 'write',
    summary: 'Take a file out of the trash.',
    params,
    output: fileView,
  }),
};
