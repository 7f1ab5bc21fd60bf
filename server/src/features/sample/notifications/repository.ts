import { sampleNotifications } from '@evenkeel/core/sample/notifications';
import { subjectPath } from '@evenkeel/core/subject';
import { sql } from 'kysely';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { type Ids, need } from '../ids.ts';

const hour = 3_600_000;

/** What whoever loads the sample was told of late, and a letter to a contact; nothing of it is mailed. */
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
  await insertLetter(scope);
}

/** A duty was asked of its contact by a letter, before they had a login. */
async function insertLetter(scope: Scope): Promise<void> {
  await sql`
    insert into contact_letter (workspace_id, id, created_at, contact_id, project_id, topic, key, email,
      language, title, body, mailed_at)
    select d.workspace_id, gen_random_uuid(), d.created_at, d.contact_id, d.project_id, 'client-duty',
      'client-duty:' || d.id || ':' || d.due_on, e.email, 'en', left('Needed from you: ' || t.name, 500),
      d.details, d.created_at
    from client_duty d
    join task t on t.workspace_id = d.workspace_id and t.id = d.task_id
    join contact_email e on e.workspace_id = d.workspace_id and e.contact_id = d.contact_id
    where d.workspace_id = ${scope.workspaceId} and d.kind <> 'approval'
    order by d.due_on, d.id limit 1`.execute(scope.tx);
}
