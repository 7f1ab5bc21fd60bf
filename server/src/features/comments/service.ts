import type { comments } from '@evenkeel/contract/comments';
import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { SubjectLink, SubjectRef } from '@evenkeel/contract/subjects';
import { groupedBy } from '@evenkeel/core/grouping';
import type { CommentId, MemberId } from '@evenkeel/core/id';
import { subjectKey } from '@evenkeel/core/subject';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { keepFile, requireType, showCommentFiles } from '../files/service.ts';
import { closeUpload } from '../files/uploads/service.ts';
import { requireSubject, resolveSubjects } from '../subjects/service.ts';
import {
  requireAnswers,
  requireMayDelete,
  requireMayEdit,
  requireMayShowClient,
} from './policy.ts';
import {
  addReaction,
  listCommentFiles,
  listReactions,
  removeReaction,
} from './reactions/repository.ts';
import * as repository from './repository.ts';
import { tellOfComment } from './telling/service.ts';

export { isFollowing, setFollowing } from './follows/service.ts';

/** A comment with the names of what it points to. */
export type NamedComment = {
  readonly comment: repository.CommentRecord;
  readonly subject: SubjectLink;
  readonly mentions: readonly { readonly id: MemberId; readonly name: string }[];
  readonly reactions: Awaited<ReturnType<typeof listReactions>>;
  readonly files: Awaited<ReturnType<typeof listCommentFiles>>;
};

/** Comments whose records stand; those of records that are gone are not shown. */
export async function listComments(scope: Scope, request: QueryOf<typeof comments.list>) {
  const { rows, ...page } = await repository.listComments(scope, request);
  return { rows: await withNames(scope, rows), ...page };
}

export async function getComment(scope: Scope, id: CommentId): Promise<NamedComment> {
  const [named] = await withNames(scope, [await findComment(scope, id)]);
  if (!named) throw new AppError('not-found', 'What this comment was about is gone.');
  return named;
}

/** `quiet`: those whom it concerns hear of it in another way, so nobody is told of it here. */
export async function createComment(
  scope: Scope,
  draft: BodyOf<typeof comments.create>,
  telling: 'told' | 'quiet' = 'told',
): Promise<NamedComment> {
  const { subject, body, isClientVisible = false, mentionIds = [], parentId = null } = draft;
  if (isClientVisible) requireMayShowClient(subject.kind);
  const link = await requireSubject(scope, subject);
  if (parentId) requireAnswers(await repository.findComment(scope, parentId), draft);
  const mentions = await mentionable(scope, mentionIds, isClientVisible);
  const said = { body, isClientVisible, mentions };
  const id = await repository.insertComment(scope, {
    ...said,
    subject,
    parentId,
    author: scope.actor,
  });
  for (const { uploadId, name } of draft.files ?? []) {
    await requireType(scope, name);
    await closeUpload(scope, uploadId);
    const comment = { id, isClientVisible };
    await keepFile(scope, { subject, name, contentId: uploadId, comment });
  }
  if (telling === 'told') await tellOfComment(scope, { ...said, id, subject: link });
  return getComment(scope, id);
}

export async function updateComment(
  scope: Scope,
  record: { readonly id: CommentId; readonly version: number },
  change: BodyOf<typeof comments.update>,
): Promise<NamedComment> {
  const comment = await findComment(scope, record.id);
  requireMayEdit(scope.actor, comment);
  if (change.isClientVisible) requireMayShowClient(comment.subject_kind);
  await repository.updateComment(scope, record, {
    ...(change.body === undefined ? {} : { body: change.body, edited_at: scope.now }),
    ...(change.isClientVisible === undefined ? {} : { is_client_visible: change.isClientVisible }),
    ...(change.mentionIds === undefined
      ? {}
      : {
          mentions: await mentionable(
            scope,
            change.mentionIds,
            change.isClientVisible ?? comment.is_client_visible,
          ),
        }),
  });
  if (change.isClientVisible !== undefined) {
    await showCommentFiles(scope, record.id, change.isClientVisible);
  }
  const named = await getComment(scope, record.id);
  await tellOfComment(scope, { ...saidOf(named), subject: named.subject });
  return named;
}

export async function removeComment(scope: Scope, id: CommentId): Promise<void> {
  requireMayDelete(scope.actor, await findComment(scope, id));
  await repository.setCommentDeleted(scope, id, true);
}

export async function restoreComment(scope: Scope, id: CommentId): Promise<NamedComment> {
  requireMayDelete(scope.actor, await findComment(scope, id));
  await repository.setCommentDeleted(scope, id, false);
  return getComment(scope, id);
}

function saidOf({ comment }: NamedComment) {
  const { id, body, mentions, is_client_visible: isClientVisible } = comment;
  return { id, body, mentions, isClientVisible };
}

async function findComment(scope: Scope, id: CommentId): Promise<repository.CommentRecord> {
  const comment = await repository.findComment(scope, id);
  if (!comment) throw new AppError('not-found', 'There is no such comment.');
  return comment;
}

/** Reacts to a comment as the actor, or takes that back. */
export async function reactTo(
  scope: Scope,
  id: CommentId,
  { reaction, isOn }: BodyOf<typeof comments.react>,
): Promise<NamedComment> {
  const comment = await findComment(scope, id);
  if (comment.deleted_at) throw new AppError('wrong-state', 'This comment is deleted.');
  const of = { commentId: id, memberId: scope.actor.memberId, reaction };
  await (isOn ? addReaction(scope, of) : removeReaction(scope, of));
  return getComment(scope, id);
}

/**
 * The members to mention, each once. Throws when one is not in the firm; a client's user can be
 * mentioned where the client reads it.
 */
async function mentionable(
  scope: Scope,
  ids: readonly MemberId[],
  isClientVisible: boolean,
): Promise<MemberId[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const members = await repository.findMembers(scope, wanted);
  const known = new Set(
    members
      .filter(({ role, state }) => (isClientVisible || role !== 'client') && state === 'active')
      .map(({ id }) => id),
  );
  const unknown = wanted.findIndex((id) => !known.has(id));
  if (unknown >= 0)
    throw invalid(['mentionIds', unknown], 'unknown', 'names nobody who works here');
  return wanted;
}

async function withNames(
  scope: Scope,
  rows: readonly repository.CommentRecord[],
): Promise<NamedComment[]> {
  const subjects = await resolveSubjects(scope, rows.map(subjectOf));
  const mentioned = [...new Set(rows.flatMap(({ mentions }) => mentions))];
  const members = mentioned.length === 0 ? [] : await repository.findMembers(scope, mentioned);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const ids = rows.map(({ id }) => id);
  const reactions = groupedBy(await listReactions(scope, ids), (row) => row.comment_id);
  const files = groupedBy(await listCommentFiles(scope, ids), (row) => row.comment_id);
  return rows.flatMap((comment) => {
    const subject = subjects.get(subjectKey(subjectOf(comment)));
    if (!subject) return [];
    const mentions = comment.mentions.map((id) => ({ id, name: names.get(id) ?? '' }));
    const hanging = {
      reactions: reactions.get(comment.id) ?? [],
      files: files.get(comment.id) ?? [],
    };
    return [{ comment, subject, mentions, ...hanging }];
  });
}

function subjectOf(comment: repository.CommentRecord): SubjectRef {
  return { kind: comment.subject_kind, id: comment.subject_id };
}
