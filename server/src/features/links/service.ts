import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { links } from '@evenkeel/contract/links';
import type { SubjectLink, SubjectRef } from '@evenkeel/contract/subjects';
import type { LinkId } from '@evenkeel/core/id';
import { subjectKey } from '@evenkeel/core/subject';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { requireSubject, resolveSubjects } from '../subjects/service.ts';
import * as repository from './repository.ts';

/** A link as seen from one of its two records. */
export type SeenLink = {
  readonly link: repository.LinkRecord;
  readonly isForth: boolean;
  readonly other: SubjectLink;
};

/** What a record is linked with; records that are gone for good are left out. */
export async function listLinks(scope: Scope, subject: SubjectRef): Promise<SeenLink[]> {
  return seenFrom(scope, subject, await repository.listLinks(scope, subject));
}

export async function createLink(
  scope: Scope,
  { from, to, reason, note = '' }: BodyOf<typeof links.create>,
): Promise<SeenLink> {
  if (subjectKey(from) === subjectKey(to))
    throw invalid(['to'], 'itself', 'is the very record that is linked');
  await requireSubject(scope, from, ['from']);
  await requireSubject(scope, to, ['to']);
  const link = await findLink(
    scope,
    await repository.insertLink(scope, { from, to, reason, note }),
  );
  const [seen] = await seenFrom(scope, from, [link]);
  if (!seen) throw new Error('a link that was just made leads nowhere');
  return seen;
}

export async function removeLink(scope: Scope, id: LinkId): Promise<void> {
  if (await repository.setLinkDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such link.');
}

export async function restoreLink(scope: Scope, id: LinkId): Promise<void> {
  await findLink(scope, id);
  await repository.setLinkDeleted(scope, id, false);
}

async function findLink(scope: Scope, id: LinkId): Promise<repository.LinkRecord> {
  const link = await repository.findLink(scope, id);
  if (!link) throw new AppError('not-found', 'There is no such link.');
  return link;
}

async function seenFrom(
  scope: Scope,
  subject: SubjectRef,
  rows: readonly repository.LinkRecord[],
): Promise<SeenLink[]> {
  const sides = rows.map((link) => {
    const first: SubjectRef = { kind: link.subject_kind, id: link.subject_id };
    const second: SubjectRef = { kind: link.other_kind, id: link.other_id };
    const isForth = subjectKey(first) === subjectKey(subject);
    return { link, isForth, other: isForth ? second : first };
  });
  const names = await resolveSubjects(
    scope,
    sides.map(({ other }) => other),
  );
  return sides.flatMap(({ other, ...side }) => {
    const named = names.get(subjectKey(other));
    return named ? [{ ...side, other: named }] : [];
  });
}
