import { createHash } from 'node:crypto';
import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import { filePartSize, type files } from '@evenkeel/contract/files';
import type { SubjectLink, SubjectRef } from '@evenkeel/contract/subjects';
import { fileTypeFault } from '@evenkeel/core/files/file-types';
import type { CommentId, FileId, UploadId, WorkspaceId } from '@evenkeel/core/id';
import { subjectKey } from '@evenkeel/core/subject';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Database } from '../../platform/db/database.ts';
import { type Actor, type Scope, withSystemScope } from '../../platform/db/scope.ts';
import { partKey } from '../../platform/files/file-store.ts';
import { requireSubject, resolveSubjects } from '../subjects/service.ts';
import * as repository from './repository.ts';
import { beginUpload, closeUpload, putPart } from './uploads/service.ts';

/** A file with the record it hangs on. */
export type NamedFile = { readonly file: repository.FileRecord; readonly subject: SubjectLink };

export async function listFiles(scope: Scope, request: QueryOf<typeof files.list>) {
  const { rows, ...page } = await repository.listFiles(scope, request);
  return { rows: await withSubjects(scope, rows), ...page };
}

export async function getFile(scope: Scope, id: FileId): Promise<NamedFile> {
  const file = await repository.findFile(scope, id);
  if (!file) throw new AppError('not-found', 'There is no such file.');
  const [named] = await withSubjects(scope, [file]);
  if (!named) throw new AppError('not-found', 'What this file belonged to is gone.');
  return named;
}

/** Puts a file that has been sent whole on a record. */
export async function createFile(
  scope: Scope,
  draft: BodyOf<typeof files.create>,
): Promise<NamedFile> {
  await requireSubject(scope, draft.subject);
  await requireType(scope, draft.name);
  await closeUpload(scope, draft.uploadId);
  return getFile(scope, await repository.insertFile(scope, draft));
}

export async function updateFile(
  scope: Scope,
  record: { readonly id: FileId; readonly version: number },
  change: BodyOf<typeof files.update>,
): Promise<NamedFile> {
  if (change.name !== undefined) {
    await requireType(scope, change.name);
    await repository.renameFile(scope, record, change.name);
  }
  return getFile(scope, record.id);
}

/** Throws `invalid-input` for a type of file that the workspace does not take, saying which it takes. */
export async function requireType(scope: Scope, name: string): Promise<void> {
  const fault = fileTypeFault(name, await repository.findTypeLimits(scope));
  if (fault !== null) throw invalid(['name'], 'file-type', fault);
}

/** Of some names of files those whose type the workspace takes. */
export async function takenTypes(
  scope: Scope,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const limits = await repository.findTypeLimits(scope);
  return new Set(names.filter((name) => fileTypeFault(name, limits) === null));
}

export async function removeFile(scope: Scope, id: FileId): Promise<void> {
  if (await repository.setFileDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such file.');
}

export async function restoreFile(scope: Scope, id: FileId): Promise<NamedFile> {
  await repository.setFileDeleted(scope, id, false);
  return getFile(scope, id);
}

/**
 * The bytes of a file, a part at a time and each in a transaction of its own: a reader who is slow
 * holds two parts in memory and no connection. Throws before the last part when the bytes are not
 * those that were kept.
 */
export function readContent(
  database: Database,
  actor: Actor,
  { content_id: contentId }: Pick<repository.FileRecord, 'content_id'>,
): AsyncGenerator<Uint8Array> {
  return readBytes(database, actor.workspaceId, contentId);
}

/** SHA-256 of the bytes of a file, as 64 hexadecimal digits. */
export async function hashContent(
  scope: Scope,
  { content_id: contentId }: Pick<repository.FileRecord, 'content_id'>,
): Promise<string> {
  const content = await repository.findContent(scope, contentId);
  if (content?.sha256) return content.sha256;
  // Kept before checksums were: then it is in the database.
  const hash = createHash('sha256');
  for (let position = 0; ; position += 1) {
    const part = await repository.findPart(scope, contentId, position);
    if (part === undefined) return hash.digest('hex');
    hash.update(part);
  }
}

/**
 * The bytes behind an id, for somebody who was shown the file just before: they never change, so that
 * only whether it may be read had to be asked with the reader's rights.
 */
export async function* readBytes(
  database: Database,
  workspaceId: WorkspaceId,
  contentId: UploadId,
): AsyncGenerator<Uint8Array> {
  const inWorkspace = <T>(work: (scope: Scope) => Promise<T>) =>
    withSystemScope(database, { id: workspaceId, timeZone: 'UTC', currency: 'EUR' }, work, {
      source: 'files',
      now: new Date(),
    });
  const content = await inWorkspace((scope) => repository.findContent(scope, contentId));
  if (!content) return;
  const hash = createHash('sha256');
  let held: Uint8Array | null = null;
  for (let position = 0; position * filePartSize < content.byte_size; position += 1) {
    const part = await partOf(position);
    hash.update(part);
    if (held) yield held;
    held = part;
  }
  if (content.sha256 !== null && hash.digest('hex') !== content.sha256) {
    throw new Error(`the bytes of content ${contentId} are not those that were kept`);
  }
  if (held) yield held;

  async function partOf(position: number): Promise<Uint8Array> {
    const kept = await inWorkspace((scope) => repository.findPart(scope, contentId, position));
    if (kept) return kept;
    // Moved out of the database, before this reader came or under its hands.
    const now = await inWorkspace((scope) => repository.findContent(scope, contentId));
    if (!now || now.store === 'database') throw new Error(`content ${contentId} lacks a part`);
    return database.stores.find(now.store).get(partKey(workspaceId, contentId, position));
  }
}

async function withSubjects(
  scope: Scope,
  rows: readonly repository.FileRecord[],
): Promise<NamedFile[]> {
  const subjects = await resolveSubjects(scope, rows.map(subjectOf));
  return rows.flatMap((file) => {
    const subject = subjects.get(subjectKey(subjectOf(file)));
    return subject ? [{ file, subject }] : [];
  });
}

function subjectOf(file: repository.FileRecord): SubjectRef {
  return { kind: file.subject_kind, id: file.subject_id };
}

/** Keeps bytes that are whole already; the id under which a file names them. */
export async function storeContent(scope: Scope, content: Uint8Array): Promise<UploadId> {
  const { id, partSize, partCount } = await beginUpload(scope, content.byteLength);
  for (let position = 0; position < partCount; position += 1) {
    const part = content.subarray(position * partSize, (position + 1) * partSize);
    await putPart(scope, id, { position, content: part });
  }
  await closeUpload(scope, id);
  return id;
}

/** Puts a file that its sender has sent whole on a record, and shows it to the client where it is said. */
export async function keepUpload(
  scope: Scope,
  file: {
    readonly subject: SubjectRef;
    readonly name: string;
    readonly uploadId: UploadId;
    readonly isClientVisible: boolean;
  },
): Promise<FileId> {
  await requireType(scope, file.name);
  await closeUpload(scope, file.uploadId);
  return repository.insertFile(scope, file);
}

/** Puts bytes that were kept before on a record, or on a comment there. */
export async function keepFile(
  scope: Scope,
  file: {
    readonly subject: SubjectRef;
    readonly name: string;
    readonly contentId: UploadId;
    readonly comment?: { readonly id: CommentId; readonly isClientVisible: boolean };
  },
): Promise<FileId> {
  const { subject, name, contentId: uploadId, comment = null } = file;
  return repository.insertFile(scope, { subject, name, uploadId, comment });
}

/** Shows the files that came with a comment to whom the comment is shown. */
export async function showCommentFiles(
  scope: Scope,
  commentId: CommentId,
  isClientVisible: boolean,
): Promise<void> {
  await repository.showCommentFiles(scope, commentId, isClientVisible);
}
