import type { comments } from '@evenkeel/contract/comments';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { CommentId, MemberId, PersonId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  createdAt: { by: sql.ref('comment.created_at'), type: 'timestamptz' },
};

export type CommentRecord = Awaited<ReturnType<typeof findComment>> & object;

export function listComments(scope: Scope, request: QueryOf<typeof comments.list>) {
  let query = commentRows(scope).where('comment.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('comment.id', 'in', request.ids as CommentId[]);
  if (request.subjectKind) query = query.where('comment.subject_kind', '=', request.subjectKind);
  if (request.subjectId) query = query.where('comment.subject_id', '=', request.subjectId);
  if (request.mentions)
    query = query.where(sql<boolean>`comment.mentions @> array[${request.mentions}]::uuid[]`);
  if (request.search) query = query.where(containing(['comment.body'], request.search));
  return readPage(query, request, sortKeys, sql<string>`comment.id`);
}

/** One comment, also a deleted one. */
export function findComment(scope: Scope, id: CommentId) {
  return commentRows(scope).where('comment.id', '=', id).executeTakeFirst();
}

/** Names of active members, of those that are asked for. */
export function findMembers(scope: Scope, ids: readonly MemberId[]) {
  return scope.tx
    .selectFrom('member')
    .select(['id', 'name', 'role', 'state'])
    .where('id', 'in', [...ids])
    .limit(ids.length)
    .execute();
}

export async function insertComment(
  scope: Scope,
  draft: {
    readonly subject: SubjectRef;
    readonly body: string;
    readonly isClientVisible: boolean;
    readonly mentions: readonly MemberId[];
    readonly parentId: CommentId | null;
    readonly author: { readonly memberId: MemberId; readonly personId: PersonId | null };
  },
): Promise<CommentId> {
  const id = newId<CommentId>();
  await scope.tx
    .insertInto('comment')
    .values({
      workspace_id: scope.workspaceId,
      id,
      subject_kind: draft.subject.kind,
      subject_id: draft.subject.id,
      body: draft.body,
      is_client_visible: draft.isClientVisible,
      mentions: [...draft.mentions],
      member_id: draft.author.memberId,
      person_id: draft.author.personId,
      parent_id: draft.parentId,
    })
    .execute();
  return id;
}

export async function updateComment(
  scope: Scope,
  record: { readonly id: CommentId; readonly version: number },
  change: {
    readonly body?: string;
    readonly is_client_visible?: boolean;
    readonly mentions?: MemberId[];
    readonly edited_at?: Date;
  },
): Promise<void> {
  await updateRecord(scope, 'comment', record, change);
}

/** Deletes a comment or takes it back. Whether there was one to. */
export function setCommentDeleted(
  scope: Scope,
  id: CommentId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'comment', id, isDeleted);
}

function commentRows(scope: Scope) {
  return scope.tx
    .selectFrom('comment')
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'comment.workspace_id')
        .onRef('member.id', '=', 'comment.member_id'),
    )
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'comment.workspace_id')
        .onRef('person.id', '=', 'comment.person_id'),
    )
    .where('comment.workspace_id', '=', scope.workspaceId)
    .select([
      'comment.id',
      'comment.version',
      'comment.subject_kind',
      'comment.subject_id',
      'comment.body',
      'comment.is_client_visible',
      'comment.mentions',
      'comment.member_id',
      'comment.person_id',
      'comment.parent_id',
      sql<boolean>`coalesce(member.role = 'client', false)`.as('is_from_client'),
      'comment.created_at',
      'comment.edited_at',
      'comment.deleted_at',
      sql<string>`coalesce(member.name, person.name, '')`.as('author_name'),
    ]);
}
