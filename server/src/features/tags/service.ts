import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { tags } from '@evenkeel/contract/tags';
import type { TagId } from '@evenkeel/core/id';
import { subjectKey } from '@evenkeel/core/subject';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { resolveSubjects } from '../subjects/service.ts';
import * as repository from './repository.ts';

export function listTags(scope: Scope): Promise<repository.TagRecord[]> {
  return repository.listTags(scope);
}

export function listTaggings(scope: Scope, query: QueryOf<typeof tags.ofKind>) {
  return repository.listTaggings(scope, query.subjectKind, query.subjectId);
}

export async function createTag(
  scope: Scope,
  { name, colour = 'grey' }: BodyOf<typeof tags.create>,
): Promise<repository.TagRecord> {
  return getTag(scope, await repository.insertTag(scope, { name, colour }));
}

export async function updateTag(
  scope: Scope,
  record: { readonly id: TagId; readonly version: number },
  change: BodyOf<typeof tags.update>,
): Promise<repository.TagRecord> {
  const written = await repository.updateTag(scope, record, {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.colour === undefined ? {} : { colour: change.colour }),
  });
  await versioned(written, async () => (await repository.listTags(scope, record.id)).length > 0);
  return getTag(scope, record.id);
}

/** Puts `intoId` in the place of a tag on every record; the tag itself is then gone. */
export async function mergeTag(
  scope: Scope,
  id: TagId,
  intoId: TagId,
): Promise<repository.TagRecord> {
  if (id === intoId) throw invalid(['intoId'], 'itself', 'is the very tag that is merged');
  await getTag(scope, id);
  const [into] = await repository.listTags(scope, intoId);
  if (!into) throw invalid(['intoId'], 'unknown', 'there is no such tag');
  await repository.copyTaggings(scope, id, intoId);
  await repository.deleteTag(scope, id);
  return getTag(scope, intoId);
}

export async function removeTag(scope: Scope, id: TagId): Promise<void> {
  if (await repository.deleteTag(scope, id)) return;
  throw new AppError('not-found', 'There is no such tag.');
}

/** Puts tags on records and takes tags off them, all or none. */
export async function applyTags(
  scope: Scope,
  { subjects, add, remove }: BodyOf<typeof tags.apply>,
): Promise<{ added: number; removed: number }> {
  const found = await resolveSubjects(scope, subjects);
  const missing = subjects.findIndex((subject) => !found.has(subjectKey(subject)));
  if (missing >= 0)
    throw invalid(['subjects', missing], 'unknown', 'names something that does not exist here');
  const known = new Set((await repository.listTags(scope)).map(({ id }) => id));
  const unknown = add.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw invalid(['add', unknown], 'unknown', 'there is no such tag');
  const removed = await repository.removeTaggings(scope, subjects, remove);
  return { added: await repository.addTaggings(scope, subjects, [...new Set(add)]), removed };
}

async function getTag(scope: Scope, id: TagId): Promise<repository.TagRecord> {
  const [tag] = await repository.listTags(scope, id);
  if (!tag) throw new AppError('not-found', 'There is no such tag.');
  return tag;
}
