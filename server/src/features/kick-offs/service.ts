import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { kickOffs } from '@evenkeel/contract/kick-offs';
import type { KickOffItemId, ProjectId } from '@evenkeel/core/id';
import { kickOffProgress, usualKickOff } from '@evenkeel/core/kick-off/kick-off';
import { kickOffWords } from '@evenkeel/core/words/kick-off';
import { portalLanguage } from '@evenkeel/core/words/language';
import { say } from '@evenkeel/core/words/words';
import { AppError, invalid } from '../../platform/app-error.ts';
import { dayIn } from '../../platform/clock.ts';
import { columnsOf } from '../../platform/db/columns.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { createDuty } from '../client-duties/service.ts';
import * as repository from './repository.ts';

export type { KickOffItemRecord } from './repository.ts';

type ItemKey = { readonly id: KickOffItemId; readonly version: number };

export async function readKickOff(scope: Scope, projectId: ProjectId) {
  const { agreement } = await requireFacts(scope, projectId);
  const items = await repository.listItems(scope, { projectId });
  const progress = kickOffProgress(items.map((item) => ({ isDone: item.is_done })));
  return { items, agreement, ...progress };
}

/** Begins with the usual items: those that the client sees in their language, the others in ours. */
export async function beginKickOff(scope: Scope, projectId: ProjectId) {
  const facts = await requireFacts(scope, projectId);
  if ((await repository.listItems(scope, { projectId })).length > 0) {
    throw new AppError('wrong-state', 'This kick-off has been begun already.');
  }
  const items = usualKickOff({
    today: scope.today,
    startOn: facts.start_on,
    meetingOn: facts.meeting_at && dayIn(facts.time_zone, facts.meeting_at),
  });
  for (const [position, item] of items.entries()) {
    const words = say(kickOffWords, item.isClientVisible ? portalLanguage(facts.language) : 'en');
    await repository.insertItem(scope, {
      project_id: projectId,
      phase: item.phase,
      position,
      name: words(item.key),
      side: item.side,
      proof: item.proof,
      due_on: item.dueOn,
      is_client_visible: item.isClientVisible,
      person_id: item.side === 'ours' ? facts.leader_id : null,
      meeting_id: item.proof === 'meeting' ? facts.meeting_id : null,
    });
  }
  return readKickOff(scope, projectId);
}

export async function addItem(
  scope: Scope,
  projectId: ProjectId,
  draft: BodyOf<typeof kickOffs.addItem>,
) {
  await requireFacts(scope, projectId);
  await requireLinks(scope, projectId, draft);
  const items = await repository.listItems(scope, { projectId });
  const last = Math.max(-1, ...items.map(({ position }) => position));
  const { name, phase, position = last + 1, ...rest } = draft;
  const id = await repository.insertItem(scope, {
    ...columnsOf(rest),
    project_id: projectId,
    name,
    phase,
    position,
  });
  return getItem(scope, id);
}

export async function updateItem(
  scope: Scope,
  key: ItemKey,
  change: BodyOf<typeof kickOffs.updateItem>,
) {
  const item = await getItem(scope, key.id);
  await requireLinks(scope, item.project_id, change);
  if (change.doneOn && (item.proof !== 'hand' || item.duty_id !== null)) {
    throw new AppError('wrong-state', 'Another record shows when this is done.');
  }
  if (change.dueOn !== undefined && item.duty_id !== null) {
    throw new AppError('wrong-state', 'The day stands on what the client was asked for.');
  }
  if (change.meetingId && item.proof !== 'meeting') {
    throw invalid(['meetingId'], 'not-here', 'belongs to the item of the meeting');
  }
  await repository.updateItem(scope, key, columnsOf(change));
  return getItem(scope, key.id);
}

/** Asks a contact: the item is from now on what the client duty says. */
export async function askForItem(
  scope: Scope,
  key: ItemKey,
  { contactId, dueOn, kind }: BodyOf<typeof kickOffs.ask>,
) {
  const item = await getItem(scope, key.id);
  if (item.side !== 'client' || item.duty_id !== null) {
    throw new AppError('wrong-state', 'This is ours to do, or was asked for already.');
  }
  const { project_id: projectId, name } = item;
  const duty = await createDuty(scope, { projectId, name, kind, contactId, dueOn });
  await repository.updateItem(scope, key, { duty_id: duty.id });
  return getItem(scope, key.id);
}

export async function removeItem(scope: Scope, id: KickOffItemId): Promise<void> {
  if (await repository.deleteItem(scope, id)) return;
  throw new AppError('not-found', 'There is no such item.');
}

async function getItem(scope: Scope, id: KickOffItemId): Promise<repository.KickOffItemRecord> {
  const [item] = await repository.listItems(scope, { id });
  if (!item) throw new AppError('not-found', 'There is no such item.');
  return item;
}

async function requireFacts(scope: Scope, projectId: ProjectId) {
  const facts = await repository.findFacts(scope, projectId);
  if (!facts) throw new AppError('not-found', 'There is no such client project.');
  return facts;
}

/** Meetings and duties of other projects are refused. */
async function requireLinks(
  scope: Scope,
  projectId: ProjectId,
  { meetingId, dutyId }: Pick<BodyOf<typeof kickOffs.addItem>, 'meetingId' | 'dutyId'>,
): Promise<void> {
  if (meetingId) {
    const isOurs = await repository.isOfProject(scope, 'meeting', { id: meetingId, projectId });
    if (!isOurs) throw invalid(['meetingId'], 'unknown', 'is no meeting of this project');
  }
  if (dutyId) {
    const isOurs = await repository.isOfProject(scope, 'client_duty', { id: dutyId, projectId });
    if (!isOurs) throw invalid(['dutyId'], 'unknown', 'is no client duty of this project');
  }
}
