import type { SubjectLink, SubjectRef } from '@evenkeel/contract/subjects';
import { groupedBy } from '@evenkeel/core/grouping';
import type { PersonId } from '@evenkeel/core/id';
import { subjectKey } from '@evenkeel/core/subject';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { findPeople, findSubjects } from './repository.ts';

/**
 * What records are called, by `subjectKey`: one query for each kind, whatever their number. A record
 * that is gone, or that stands in another workspace, is left out.
 */
export async function resolveSubjects(
  scope: Scope,
  refs: readonly SubjectRef[],
): Promise<ReadonlyMap<string, SubjectLink>> {
  const links = new Map<string, SubjectLink>();
  for (const [kind, ofKind] of groupedBy(refs, (ref) => ref.kind)) {
    const ids = [...new Set(ofKind.map(({ id }) => id))];
    for (const link of await findSubjects(scope, kind, ids)) links.set(subjectKey(link), link);
  }
  return links;
}

/**
 * The record that something is to be written on. Throws `invalid-input` at `path` when there is none
 * and `wrong-state` when it lies in the trash.
 */
export async function requireSubject(
  scope: Scope,
  ref: SubjectRef,
  path: readonly string[] = ['subject'],
): Promise<SubjectLink> {
  const link = (await resolveSubjects(scope, [ref])).get(subjectKey(ref));
  if (!link) throw invalid(path, 'unknown', 'names something that does not exist here');
  if (link.isDeleted) {
    throw new AppError(
      'wrong-state',
      `${link.name} is in the trash. Take it out first, then add to it.`,
    );
  }
  return link;
}

/** Who answers for a record, and so hears of what is said about it. */
export function responsiblePeople(scope: Scope, { kind, id }: SubjectRef): Promise<PersonId[]> {
  return findPeople(scope, kind, id);
}
