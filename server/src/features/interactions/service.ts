import type { interactionChange, interactionDraft } from '@evenkeel/contract/interactions';
import type { AccountId, InteractionId } from '@evenkeel/core/id';
import type { z } from 'zod';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

export { salesActivity } from './activity/service.ts';
export { listInteractions } from './repository.ts';

type Draft = z.infer<typeof interactionDraft>;
type Change = z.infer<typeof interactionChange>;

export async function getInteraction(
  scope: Scope,
  id: InteractionId,
): Promise<repository.InteractionRecord> {
  const record = await repository.findInteraction(scope, id);
  if (!record) throw new AppError('not-found', 'There is no such interaction.');
  return record;
}

/** Logs an interaction: of today, by the one who logs it, unless the draft says otherwise. */
export async function createInteraction(
  scope: Scope,
  draft: Draft,
): Promise<repository.InteractionRecord> {
  const { contactIds = [], personIds = ownPlace(scope), ...fields } = draft;
  checkDirection(draft.kind, draft.direction);
  const id = await repository.insertInteraction(scope, {
    ...fields,
    accountId: fields.accountId ?? (await accountOf(scope, draft)),
    ...followUpFields(scope, fields),
  });
  await repository.replaceContacts(scope, id, contactIds);
  await repository.replacePeople(scope, id, personIds);
  return getInteraction(scope, id);
}

export async function updateInteraction(
  scope: Scope,
  id: InteractionId,
  version: number,
  change: Change,
): Promise<repository.InteractionRecord> {
  const standing = await getInteraction(scope, id);
  const { contactIds, personIds, ...fields } = change;
  const kind = change.kind ?? standing.kind;
  checkDirection(kind, change.direction);
  await repository.updateInteraction(scope, id, version, {
    ...fields,
    ...(kind === 'note' ? { direction: null } : {}),
    ...(change.followUpOn === null ? { followUpOwnerId: null, followUpDoneOn: null } : {}),
    ...(change.followUpOn && !standing.follow_up_owner_id ? followUpFields(scope, fields) : {}),
  });
  if (contactIds) await repository.replaceContacts(scope, id, contactIds);
  if (personIds) await repository.replacePeople(scope, id, personIds);
  return getInteraction(scope, id);
}

/** Marks the follow-up as done today, or opens it again. */
export async function setFollowUpDone(
  scope: Scope,
  id: InteractionId,
  isDone: boolean,
): Promise<repository.InteractionRecord> {
  const { version, follow_up_on: followUpOn } = await getInteraction(scope, id);
  if (followUpOn === null)
    throw new AppError('wrong-state', 'There is nothing to follow up: set a day for it first.');
  const followUpDoneOn = isDone ? scope.today : null;
  await repository.updateInteraction(scope, id, version, { followUpDoneOn });
  return getInteraction(scope, id);
}

export async function removeInteraction(scope: Scope, id: InteractionId): Promise<void> {
  if (await repository.setInteractionDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such interaction.');
}

export async function restoreInteraction(
  scope: Scope,
  id: InteractionId,
): Promise<repository.InteractionRecord> {
  await repository.setInteractionDeleted(scope, id, false);
  return getInteraction(scope, id);
}

function accountOf(scope: Scope, draft: Draft): Promise<AccountId | null> {
  return repository.accountFor(scope, {
    projectId: draft.projectId ?? null,
    dealId: draft.dealId ?? null,
    contactId: draft.contactIds?.[0] ?? null,
  });
}

/** What has to be followed up is somebody's: of the one who logs it, if nobody is named. */
function followUpFields(
  scope: Scope,
  { followUpOn, followUpOwnerId }: Pick<Draft, 'followUpOn' | 'followUpOwnerId'>,
) {
  if (!followUpOn) return { followUpOn: null, followUpOwnerId: null };
  return { followUpOn, followUpOwnerId: followUpOwnerId ?? scope.actor.personId };
}

function ownPlace({ actor }: Scope) {
  return actor.personId ? [actor.personId] : [];
}

function checkDirection(kind: Draft['kind'], direction: Draft['direction']): void {
  if (kind === 'note' && direction)
    throw invalid(['direction'], 'not-for-notes', 'a note goes to nobody, so it has no direction');
}
