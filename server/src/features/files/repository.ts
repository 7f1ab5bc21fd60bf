import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { files } from '@evenkeel/contract/files';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { FileTypeLimits } from '@evenkeel/core/files/file-types';
import type { CommentId, FileId, UploadId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import { memberIdOf, type Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  name: { by: sql.ref('file.name'), type: 'text' },
  createdAt: { by: sql.ref('file.created_at'), type: 'timestamptz' },
  byteSize: { by: sql.ref('file_content.byte_size'), type: 'int' },
};

export type FileRecord = Awaited<ReturnType<typeof findFile>> & object;

export function listFiles(scope: Scope, request: QueryOf<typeof files.list>) {
  let query = fileRows(scope).where('file.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('file.id', 'in', request.ids as FileId[]);
  if (request.subjectKind) query = query.where('file.subject_kind', '=', request.subjectKind);
  if (request.subjectId) query = query.where('file.subject_id', '=', request.subjectId);
  if (request.search) query = query.where(containing(['file.name'], request.search));
  return readPage(query, request, sortKeys, sql<string>`file.id`);
}

/** One file, also from the trash. */
export function findFile(scope: Scope, id: FileId) {
  return fileRows(scope).where('file.id', '=', id).executeTakeFirst();
}

/** Where the bytes of a content are, how many, and their checksum; undefined when it is gone. */
export async function findContent(scope: Scope, id: UploadId) {
  return scope.tx
    .selectFrom('file_content')
    .select(['store', 'byte_size', 'sha256'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The bytes of one part in the database; undefined behind the last, and where they are elsewhere. */
export async function findPart(
  scope: Scope,
  contentId: UploadId,
  position: number,
): Promise<Uint8Array | undefined> {
  const part = await scope.tx
    .selectFrom('file_part')
    .select('content')
    .where('workspace_id', '=', scope.workspaceId)
    .where('content_id', '=', contentId)
    .where('position', '=', position)
    .executeTakeFirst();
  return part?.content;
}

export async function insertFile(
  scope: Scope,
  draft: {
    readonly subject: SubjectRef;
    readonly name: string;
    readonly uploadId: UploadId;
    /** The comment it came with; who sees that one sees the file. */
    readonly comment?: { readonly id: CommentId; readonly isClientVisible: boolean } | null;
    /** Whether the client sees it, where it came with no comment. */
    readonly isClientVisible?: boolean;
  },
): Promise<FileId> {
  const id = newId<FileId>();
  await scope.tx
    .insertInto('file')
    .values({
      workspace_id: scope.workspaceId,
      id,
      subject_kind: draft.subject.kind,
      subject_id: draft.subject.id,
      name: draft.name,
      content_id: draft.uploadId,
      member_id: memberIdOf(scope.actor),
      person_id: scope.actor.personId,
      comment_id: draft.comment?.id ?? null,
      is_client_visible: draft.comment?.isClientVisible ?? draft.isClientVisible ?? false,
    })
    .execute();
  return id;
}

export async function showCommentFiles(
  scope: Scope,
  commentId: CommentId,
  isClientVisible: boolean,
): Promise<void> {
  await scope.tx
    .updateTable('file')
    .set({ is_client_visible: isClientVisible })
    .where('workspace_id', '=', scope.workspaceId)
    .where('comment_id', '=', commentId)
    .where('is_client_visible', '!=', isClientVisible)
    .execute();
}

export async function renameFile(
  scope: Scope,
  record: { readonly id: FileId; readonly version: number },
  name: string,
): Promise<void> {
  await updateRecord(scope, 'file', record, { name });
}

/** Moves a file into the trash or out of it. Whether there was one to move. */
export function setFileDeleted(scope: Scope, id: FileId, isDeleted: boolean): Promise<boolean> {
  return setDeleted(scope, 'file', id, isDeleted);
}

function fileRows(scope: Scope) {
  return scope.tx
    .selectFrom('file')
    .innerJoin('file_content', (join) =>
      join
        .onRef('file_content.workspace_id', '=', 'file.workspace_id')
        .onRef('file_content.id', '=', 'file.content_id'),
    )
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'file.workspace_id')
        .onRef('member.id', '=', 'file.member_id'),
    )
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'file.workspace_id')
        .onRef('person.id', '=', 'file.person_id'),
    )
    .where('file.workspace_id', '=', scope.workspaceId)
    .select([
      'file.id',
      'file.version',
      'file.subject_kind',
      'file.subject_id',
      'file.name',
      'file.content_id',
      'file_content.byte_size',
      'file_content.image_type',
      'file.member_id',
      'file.person_id',
      'file.created_at',
      'file.deleted_at',
      sql<string>`coalesce(member.name, person.name, 'E-mail')`.as('author_name'),
    ]);
}

/** Which types of file the workspace takes. */
export async function findTypeLimits(scope: Scope): Promise<FileTypeLimits> {
  const { file_endings_rule: rule, file_endings: endings } = await scope.tx
    .selectFrom('workspace')
    .select(['file_endings_rule', 'file_endings'])
    .where('id', '=', scope.workspaceId)
    .executeTakeFirstOrThrow();
  return { rule, endings };
}
