import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { Id, TagId } from '@evenkeel/core/id';
import type { SubjectKind } from '@evenkeel/core/subject';
import type { TagColour } from '@evenkeel/core/tag';
import { sql } from 'kysely';
import { insertRows } from '../../platform/db/insert-rows.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { translateUnique } from '../../platform/db/unique.ts';
import { newId } from '../../platform/ids.ts';

export type TagRecord = Awaited<ReturnType<typeof listTags>>[number];

/** The tags by name, each with the number of records it stands on. */
export function listTags(scope: Scope, id?: TagId) {
  let query = scope.tx
    .selectFrom('tag')
    .where('tag.workspace_id', '=', scope.workspaceId)
    .select([
      'tag.id',
      'tag.version',
      'tag.name',
      'tag.colour',
      sql<number>`(select count(*)::int from tagging
        where tagging.workspace_id = tag.workspace_id and tagging.tag_id = tag.id)`.as('count'),
    ]);
  if (id !== undefined) query = query.where('tag.id', '=', id);
  return query.orderBy(sql`tag.name collate "und-x-icu"`).orderBy('tag.id').limit(1_000).execute();
}

export async function insertTag(
  scope: Scope,
  draft: { readonly name: string; readonly colour: TagColour },
): Promise<TagId> {
  const id = newId<TagId>();
  await named(
    scope.tx
      .insertInto('tag')
      .values({ workspace_id: scope.workspaceId, id, ...draft })
      .execute(),
  );
  return id;
}

/** The version of the changed tag; undefined when it was not there in that version. */
export async function updateTag(
  scope: Scope,
  record: { readonly id: TagId; readonly version: number },
  change: { readonly name?: string; readonly colour?: TagColour },
) {
  return named(
    scope.tx
      .updateTable('tag')
      .set({ ...change, updated_at: scope.now })
      .where('id', '=', record.id)
      .where('version', '=', record.version)
      .returning('version')
      .executeTakeFirst(),
  );
}

/** Whether there was one to delete. It is taken off every record. */
export async function deleteTag(scope: Scope, id: TagId): Promise<boolean> {
  // Before the tag, so that each record's history tells of it.
  await scope.tx.deleteFrom('tagging').where('tag_id', '=', id).execute();
  const gone = await scope.tx
    .deleteFrom('tag')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Puts `into` on every record that bears `id`. */
export async function copyTaggings(scope: Scope, id: TagId, into: TagId): Promise<void> {
  await sql`
    insert into tagging (workspace_id, id, subject_kind, subject_id, tag_id)
    select workspace_id, gen_random_uuid(), subject_kind, subject_id, ${into} from tagging
    where workspace_id = ${scope.workspaceId} and tag_id = ${id}
    on conflict (workspace_id, subject_id, tag_id) do nothing`.execute(scope.tx);
}

/** Which tags stand on the records of a kind, or on one of them. */
export async function listTaggings(
  scope: Scope,
  kind: SubjectKind,
  subjectId: string | undefined,
): Promise<{ subjectId: string; tagIds: TagId[] }[]> {
  let query = scope.tx
    .selectFrom('tagging')
    .where('workspace_id', '=', scope.workspaceId)
    .where('subject_kind', '=', kind)
    .groupBy('subject_id')
    .select(['subject_id', sql<TagId[]>`array_agg(tag_id order by created_at, id)`.as('tag_ids')]);
  // The contract has checked that this is an id.
  if (subjectId !== undefined) query = query.where('subject_id', '=', subjectId as Id<string>);
  const rows = await query.orderBy('subject_id').limit(25_000).execute();
  return rows.map((row) => ({ subjectId: row.subject_id, tagIds: row.tag_ids }));
}

/** Puts tags on records; those that stand there already are left. How many were new. */
export async function addTaggings(
  scope: Scope,
  subjects: readonly SubjectRef[],
  tagIds: readonly TagId[],
): Promise<number> {
  if (tagIds.length === 0) return 0;
  const standing = await scope.tx
    .selectFrom('tagging')
    .select(['subject_id', 'tag_id'])
    .where('tag_id', 'in', [...tagIds])
    .where(sql<boolean>`subject_id = any(${subjects.map(({ id }) => id)}::uuid[])`)
    .execute();
  const known = new Set(standing.map((row) => `${row.subject_id} ${row.tag_id}`));
  const rows = subjects.flatMap((subject) =>
    tagIds
      .filter((tagId) => !known.has(`${subject.id} ${tagId}`))
      .map((tagId) => ({
        id: newId(),
        created_at: scope.now.toISOString(),
        subject_kind: subject.kind,
        subject_id: subject.id,
        tag_id: tagId,
      })),
  );
  await insertRows(scope, 'tagging', rows);
  return rows.length;
}

/** Takes tags off records. How many were taken. */
export async function removeTaggings(
  scope: Scope,
  subjects: readonly SubjectRef[],
  tagIds: readonly TagId[],
): Promise<number> {
  if (tagIds.length === 0) return 0;
  const gone = await scope.tx
    .deleteFrom('tagging')
    .where('tag_id', 'in', [...tagIds])
    .where(sql<boolean>`subject_id = any(${subjects.map(({ id }) => id)}::uuid[])`)
    .returning('id')
    .execute();
  return gone.length;
}

function named<T>(write: Promise<T>): Promise<T> {
  return translateUnique(write, {
    tag_name: { path: ['name'], message: 'stands on another tag already; merge the two instead' },
  });
}
