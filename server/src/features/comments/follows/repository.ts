import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { Id, MemberId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** Who said whether they want to hear of the discussion of a record. */
export async function listFollows(
  scope: Scope,
  { kind, id }: SubjectRef,
): Promise<{ member_id: MemberId; is_following: boolean }[]> {
  return scope.tx
    .selectFrom('follow')
    .where('workspace_id', '=', scope.workspaceId)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .select(['member_id', 'is_following'])
    .orderBy('member_id')
    .limit(5_000)
    .execute();
}

export async function saveFollow(
  scope: Scope,
  { kind, id }: SubjectRef,
  isFollowing: boolean,
): Promise<void> {
  await scope.tx
    .insertInto('follow')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'follow'>>(),
      member_id: scope.actor.memberId,
      subject_kind: kind,
      subject_id: id,
      is_following: isFollowing,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'member_id', 'subject_kind', 'subject_id'])
        .doUpdateSet({ is_following: isFollowing }),
    )
    .execute();
}
