import type { Reaction } from '@evenkeel/core/comments/reaction';
import type { CommentId, FileId, Id, MemberId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** More than stands on a page of comments; a bound, so that no list is without one. */
const most = 20_000;

/** Who reacted how to some comments, the first first. */
export async function listReactions(scope: Scope, ids: readonly CommentId[]) {
  if (ids.length === 0) return [];
  return scope.tx
    .selectFrom('comment_reaction')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'comment_reaction.workspace_id')
        .onRef('member.id', '=', 'comment_reaction.member_id'),
    )
    .where('comment_reaction.workspace_id', '=', scope.workspaceId)
    .where('comment_reaction.comment_id', 'in', [...ids])
    .select(['comment_reaction.comment_id', 'comment_reaction.reaction'])
    .select(['member.id', 'member.name'])
    .orderBy('comment_reaction.created_at')
    .orderBy('comment_reaction.id')
    .limit(most)
    .execute();
}

/** Adds a reaction of a member; once, however often it is added. */
export async function addReaction(
  scope: Scope,
  of: { readonly commentId: CommentId; readonly memberId: MemberId; readonly reaction: Reaction },
): Promise<void> {
  await scope.tx
    .insertInto('comment_reaction')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'comment-reaction'>>(),
      comment_id: of.commentId,
      member_id: of.memberId,
      reaction: of.reaction,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeReaction(
  scope: Scope,
  of: { readonly commentId: CommentId; readonly memberId: MemberId; readonly reaction: Reaction },
): Promise<void> {
  await scope.tx
    .deleteFrom('comment_reaction')
    .where('workspace_id', '=', scope.workspaceId)
    .where('comment_id', '=', of.commentId)
    .where('member_id', '=', of.memberId)
    .where('reaction', '=', of.reaction)
    .execute();
}

/** Files that came with some comments. */
export async function listCommentFiles(
  scope: Scope,
  ids: readonly CommentId[],
): Promise<{ comment_id: CommentId | null; id: FileId; name: string; byte_size: number }[]> {
  if (ids.length === 0) return [];
  return scope.tx
    .selectFrom('file')
    .innerJoin('file_content', (join) =>
      join
        .onRef('file_content.workspace_id', '=', 'file.workspace_id')
        .onRef('file_content.id', '=', 'file.content_id'),
    )
    .where('file.workspace_id', '=', scope.workspaceId)
    .where('file.comment_id', 'in', [...ids])
    .where('file.deleted_at', 'is', null)
    .select(['file.comment_id', 'file.id', 'file.name', 'file_content.byte_size'])
    .orderBy('file.created_at')
    .orderBy('file.id')
    .limit(most)
    .execute();
}
