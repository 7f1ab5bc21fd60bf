import { sampleNotifications } from '@evenkeel/core/sample/notifications';
import { subjectPath } from '@evenkeel/core/subject';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { type Ids, need } from '../ids.ts';

const hour = 3_600_000;

/** What whoever loads the sample was told of late; nothing of it is mailed. */
export async function insertNotifications(scope: Scope, ids: Ids): Promise<void> {
  const ago = (hours: number) => new Date(scope.now.getTime() - hours * hour).toISOString();
  await insertRows(
    scope,
    'notification',
    sampleNotifications().map(({ topic, title, body, subject, hoursAgo, isRead }) => {
      const table = subject.kind === 'deal' ? 'deal' : 'project';
      const id = need(ids, table, subject.key);
      return {
        id: newId(),
        created_at: ago(hoursAgo),
        member_id: scope.actor.memberId,
        topic,
        key: `sample:${topic}`,
        subject_kind: subject.kind,
        subject_id: id,
        title,
        body,
        path: subjectPath({ kind: subject.kind, id }) ?? '',
        language: 'en',
        is_shown: true,
        read_at: isRead ? ago(hoursAgo - 1) : null,
        mail: 'off',
      };
    }),
  );
}
