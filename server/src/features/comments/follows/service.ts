import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { Scope } from '../../../platform/db/scope.ts';
import { responsiblePeople } from '../../subjects/service.ts';
import { listTakingPart } from '../telling/repository.ts';
import * as repository from './repository.ts';

/**
 * Who hears of what is said on a record: whoever follows it, and, unless they said that they do not want
 * to, whoever takes part. `muted` holds those who do not want to, whatever their part.
 */
export async function listHearing(scope: Scope, subject: SubjectRef) {
  const follows = await repository.listFollows(scope, subject);
  const muted = new Set(follows.flatMap((row) => (row.is_following ? [] : [row.member_id])));
  const part = await listTakingPart(scope, subject);
  const following = follows.flatMap((row) => (row.is_following ? [row.member_id] : []));
  const hearing = [...new Set([...part, ...following])].filter((id) => !muted.has(id));
  return { hearing, muted };
}

/** Whether the actor hears of what is said on a record. */
export async function isFollowing(scope: Scope, subject: SubjectRef): Promise<boolean> {
  const { hearing, muted } = await listHearing(scope, subject);
  const { memberId, personId } = scope.actor;
  if (muted.has(memberId)) return false;
  if (hearing.includes(memberId)) return true;
  return personId !== null && (await responsiblePeople(scope, subject)).includes(personId);
}

export async function setFollowing(
  scope: Scope,
  subject: SubjectRef,
  wanted: boolean,
): Promise<void> {
  await repository.saveFollow(scope, subject, wanted);
}
