import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { LinkId } from '@evenkeel/core/id';
import type { LinkReason } from '@evenkeel/core/link-reason';
import { setDeleted } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { translateUnique } from '../../platform/db/unique.ts';
import { newId } from '../../platform/ids.ts';

export type LinkRecord = Awaited<ReturnType<typeof listLinks>>[number];

/** Links of a record from either side, the oldest first. */
export function listLinks(scope: Scope, subject: SubjectRef) {
  return linkRows(scope)
    .where('deleted_at', 'is', null)
    .where((where) =>
      where.or([
        where.and([where('subject_kind', '=', subject.kind), where('subject_id', '=', subject.id)]),
        where.and([where('other_kind', '=', subject.kind), where('other_id', '=', subject.id)]),
      ]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .limit(500)
    .execute();
}

export function findLink(scope: Scope, id: LinkId): Promise<LinkRecord | undefined> {
  return linkRows(scope).where('id', '=', id).executeTakeFirst();
}

export async function insertLink(
  scope: Scope,
  draft: {
    readonly from: SubjectRef;
    readonly to: SubjectRef;
    readonly reason: LinkReason;
    readonly note: string;
  },
): Promise<LinkId> {
  const id = newId<LinkId>();
  await once(
    scope.tx
      .insertInto('link')
      .values({
        workspace_id: scope.workspaceId,
        id,
        subject_kind: draft.from.kind,
        subject_id: draft.from.id,
        other_kind: draft.to.kind,
        other_id: draft.to.id,
        reason: draft.reason,
        note: draft.note,
      })
      .execute(),
  );
  return id;
}

/** Takes a link away or puts it back. Whether there was one to. */
export function setLinkDeleted(scope: Scope, id: LinkId, isDeleted: boolean): Promise<boolean> {
  return once(setDeleted(scope, 'link', id, isDeleted));
}

function once<T>(write: Promise<T>): Promise<T> {
  return translateUnique(write, {
    link_once: { path: ['to'], message: 'is linked already, for the same reason' },
  });
}

function linkRows(scope: Scope) {
  return scope.tx
    .selectFrom('link')
    .where('workspace_id', '=', scope.workspaceId)
    .select([
      'id',
      'version',
      'subject_kind',
      'subject_id',
      'other_kind',
      'other_id',
      'reason',
      'note',
      'created_at',
    ]);
}
