import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { MemberId, NotificationId } from '@evenkeel/core/id';
import type { MailTime, NotificationTopic } from '@evenkeel/core/notifications/topic';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** A line for one member's inbox. */
export type NotificationDraft = {
  readonly memberId: MemberId;
  readonly topic: NotificationTopic;
  readonly key: string;
  readonly subject: SubjectRef | null;
  readonly thread: 'team' | 'client' | null;
  readonly title: string;
  readonly body: string;
  readonly path: string;
  /** Where its mail leads, when not there. */
  readonly mailPath?: string | null;
  readonly language: string;
  readonly actorId: MemberId | null;
  readonly isShown: boolean;
  readonly mail: MailTime;
};

/** Writes those that are new: a member who was told of a key already is left alone. */
export async function insertNotifications(
  scope: Scope,
  drafts: readonly NotificationDraft[],
): Promise<{ id: NotificationId; mail: MailTime }[]> {
  if (drafts.length === 0) return [];
  return scope.tx
    .insertInto('notification')
    .values(
      drafts.map((draft) => ({
        workspace_id: scope.workspaceId,
        id: newId<NotificationId>(),
        created_at: scope.now.toISOString(),
        member_id: draft.memberId,
        topic: draft.topic,
        key: draft.key,
        subject_kind: draft.subject?.kind ?? null,
        subject_id: draft.subject?.id ?? null,
        thread: draft.thread,
        title: draft.title,
        body: draft.body,
        path: draft.path,
        mail_path: draft.mail === 'off' ? null : (draft.mailPath ?? null),
        language: draft.language,
        actor_id: draft.actorId,
        is_shown: draft.isShown,
        mail: draft.mail,
      })),
    )
    .onConflict((conflict) => conflict.columns(['workspace_id', 'member_id', 'key']).doNothing())
    .returning(['id', 'mail'])
    .execute();
}
