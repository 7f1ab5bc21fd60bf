import { type SampleSubject, sampleComments } from '@evenkeel/core/sample/comments';
import type { SubjectKind } from '@evenkeel/core/subject';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** Under which table's name the ids of a kind stand. */
const tables: Partial<Record<SubjectKind, string>> = {
  'client-project': 'project',
  initiative: 'project',
};

/** What was said about the sample's records. Its people have no logins, but for the owner's place. */
export async function insertComments(scope: Scope, ids: Ids): Promise<void> {
  const ownComment = { member_id: scope.actor.memberId, person_id: scope.actor.personId };
  await insertRows(
    scope,
    'comment',
    sampleComments(scope.today).map((comment) => ({
      ...common(newId()),
      created_at: new Date(Date.parse(comment.on) + comment.minute * 60_000).toISOString(),
      ...subjectColumns(comment.subject, ids),
      body: comment.body.replace('{owner}', scope.actor.name),
      is_client_visible: comment.isClientVisible,
      mentions: comment.body.includes('{owner}') ? [scope.actor.memberId] : [],
      ...(comment.author === '{owner}'
        ? ownComment
        : { member_id: null, person_id: need(ids, 'person', comment.author) }),
    })),
  );
}

/** The columns of a row that hangs on a record of the sample. */
export function subjectColumns({ kind, key }: SampleSubject, ids: Ids) {
  return { subject_kind: kind, subject_id: need(ids, tables[kind] ?? kind, key) };
}
