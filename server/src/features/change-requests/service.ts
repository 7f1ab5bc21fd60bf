import type { changeRequests } from '@evenkeel/contract/change-requests';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import {
  type ChangeEffect,
  type ChangeState,
  type ChangeWork,
  differences,
  effectOf,
  priceOfWork,
} from '@evenkeel/core/change-requests/change-request';
import type { ChangeRequestId, ProjectId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import { takenBack } from '../../platform/db/savepoint.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { optionalInteger } from '../../platform/db/values.ts';
import { notify } from '../notifications/service.ts';
import { findCurrent, recordPromises } from '../promises/service.ts';
import { lockSchedule, reschedule } from '../schedules/service.ts';
import { addDependency } from '../tasks/dependencies/service.ts';
import { createTask } from '../tasks/service.ts';
import * as repository from './repository.ts';
import { tellSent } from './telling/service.ts';

export type { ChangeRecord } from './repository.ts';

type ChangeKey = { readonly id: ChangeRequestId; readonly version: number };

export function listChanges(
  scope: Scope,
  projectId: ProjectId | undefined,
): Promise<repository.ChangeRecord[]> {
  return repository.listChanges(scope, { projectId });
}

export async function getChange(
  scope: Scope,
  id: ChangeRequestId,
): Promise<repository.ChangeRecord> {
  const [change] = await repository.listChanges(scope, { id });
  if (!change) throw new AppError('not-found', 'There is no such change request.');
  return change;
}

/** Asks for a change, for either side. */
export async function createChange(
  scope: Scope,
  side: 'ours' | 'theirs',
  draft: BodyOf<typeof changeRequests.create>,
): Promise<repository.ChangeRecord> {
  const { projectId, name, wanted = '', work = [], givenPrice = null } = draft;
  if (!(await repository.isClientProject(scope, projectId))) {
    throw invalid(['projectId'], 'unknown', 'there is no such client project');
  }
  const fields = { projectId, name, wanted, side, work, givenPrice };
  const change = await getChange(scope, await repository.insertChange(scope, fields));
  if (side === 'theirs') await tellManager(scope, change, 'asked for a change');
  return change;
}

export async function updateChange(
  scope: Scope,
  key: ChangeKey,
  { work, givenPrice, ...texts }: BodyOf<typeof changeRequests.update>,
): Promise<repository.ChangeRecord> {
  await requireState(scope, key.id, ['requested']);
  await repository.updateChange(scope, key, {
    ...(texts.name === undefined ? {} : { name: texts.name }),
    ...(texts.wanted === undefined ? {} : { wanted: texts.wanted }),
    ...(work === undefined ? {} : { work: JSON.stringify(work) }),
    ...(givenPrice === undefined ? {} : { given_price: givenPrice }),
  });
  return getChange(scope, key.id);
}

/** What a change would do: it is made in the plan as it would be for good, looked at, and taken back. */
export async function previewEffect(scope: Scope, id: ChangeRequestId): Promise<ChangeEffect> {
  const change = await getChange(scope, id);
  return takenBack(scope, () => applyWork(scope, change));
}

/** Works out the effect and puts it before the client, as dates and price. */
export async function sendChange(scope: Scope, key: ChangeKey): Promise<repository.ChangeRecord> {
  const change = await requireState(scope, key.id, ['requested']);
  if (change.work.length === 0) {
    throw invalid(
      ['work'],
      'missing',
      'say what work it takes, so that its effect can be computed',
    );
  }
  const effect = await previewEffect(scope, key.id);
  if (effect.price === null) {
    throw invalid(['givenPrice'], 'missing', 'is needed, for some of the work has no rate');
  }
  const visible = new Set(
    (await repository.readPlanDates(scope, change.project_id)).milestones
      .filter(({ isClientVisible }) => isClientVisible)
      .map(({ id }) => id),
  );
  const { price, endBefore, endAfter, milestones } = effect;
  const shown = {
    price,
    endBefore,
    endAfter,
    milestones: milestones
      .filter(({ id }) => visible.has(id))
      .map(({ name, before, after }) => ({ name, before, after })),
  };
  await repository.updateChange(scope, key, {
    state: 'sent',
    state_since: scope.now,
    sent_at: scope.now,
    effect: JSON.stringify(effect),
    shown: JSON.stringify(shown),
    stale_reasons: '[]',
  });
  const sent = await getChange(scope, key.id);
  await tellSent(scope, sent, { ...shown, price });
  return sent;
}

/** Refuses what the client asked for, with the reason; withdraws what we asked for. */
export async function closeChange(
  scope: Scope,
  key: ChangeKey,
  reason: string,
): Promise<repository.ChangeRecord> {
  const { side } = await requireState(scope, key.id, ['requested', 'sent']);
  if (side === 'theirs' && reason === '') throw invalid(['reason'], 'missing', 'say why');
  await end(scope, key, { state: side === 'theirs' ? 'refused' : 'withdrawn', reason });
  return getChange(scope, key.id);
}

/** The client takes back what they asked for. */
export async function withdrawChange(
  scope: Scope,
  key: ChangeKey,
): Promise<repository.ChangeRecord> {
  const { side } = await requireState(scope, key.id, ['requested', 'sent']);
  if (side !== 'theirs') throw new AppError('not-allowed');
  await end(scope, key, { state: 'withdrawn', reason: '' });
  return getChange(scope, key.id);
}

/**
 * What the client says to a change that was sent. Accepted it is made exactly as it was shown; where the
 * plan has moved so that it would not be, it goes back to us with what is different, and nothing is made.
 */
export async function decideChange(
  scope: Scope,
  key: ChangeKey,
  { decision, reason }: { readonly decision: 'accepted' | 'declined'; readonly reason: string },
): Promise<repository.ChangeRecord> {
  const change = await requireState(scope, key.id, ['sent']);
  if (change.version !== key.version) throw new AppError('stale-version');
  if (decision === 'declined') {
    await end(scope, key, { state: 'declined', reason });
    await tellManager(scope, change, 'declined a change');
    return getChange(scope, key.id);
  }
  const now = await previewEffect(scope, key.id);
  const stale = change.effect ? differences(change.effect, now) : [];
  if (stale.length > 0) {
    await repository.updateChange(scope, key, {
      state: 'requested',
      state_since: scope.now,
      stale_reasons: JSON.stringify(stale),
    });
    await tellManager(scope, change, 'accepted a change that is not as shown any more');
    return getChange(scope, key.id);
  }
  const made = await applyWork(scope, change);
  await repository.addToPrice(scope, change.project_id, made.price ?? 0);
  await end(scope, key, { state: 'accepted', reason });
  await recordTold(scope, change);
  await tellManager(scope, change, 'accepted a change');
  return getChange(scope, key.id);
}

/** The price and the dates that the client accepted are what they were told from now on. */
async function recordTold(scope: Scope, change: repository.ChangeRecord): Promise<void> {
  const { effect, project_id: projectId } = change;
  if (!effect) return;
  const { milestones } = await repository.readPlanDates(scope, projectId);
  const visible = new Set(milestones.flatMap((one) => (one.isClientVisible ? one.id : [])));
  const source = { kind: 'change-request', id: change.id } as const;
  const told = { projectId, channel: 'portal', toldTo: [scope.actor.name], source } as const;
  const project = { kind: 'client-project', id: projectId } as const;
  const end = await findCurrent(scope, projectId, { subject: project, what: 'date' });
  const laterEnd = { day: effect.endAfter, wording: change.project_name };
  const isLaterEnd = effect.endAfter !== null && (end?.day ?? effect.endAfter) < effect.endAfter;
  await recordPromises(scope, [
    { ...told, subject: source, what: 'amount', amount: effect.price, wording: change.name },
    ...(isLaterEnd ? [{ ...told, subject: project, ...laterEnd, what: 'date' as const }] : []),
    ...effect.milestones
      .filter(({ id }) => visible.has(id))
      .map(({ id, name, after }) => ({
        ...told,
        subject: { kind: 'task', id } as const,
        what: 'date' as const,
        day: after,
        wording: name,
      })),
  ]);
}

/** Who runs the project hears what the client did. */
async function tellManager(
  scope: Scope,
  change: repository.ChangeRecord,
  did: string,
): Promise<void> {
  await notify(scope, {
    topic: 'client',
    key: `change-request:${change.id}:${change.version}:${did}`,
    to: { people: [change.project_manager_id] },
    title: `${scope.actor.name} ${did}: ${change.name}`,
    subject: { kind: 'change-request', id: change.id },
    path: `/client-projects/${change.project_id}/client/changes`,
  });
}

/** Adds the work of a change to the plan and says what that did. */
async function applyWork(scope: Scope, change: repository.ChangeRecord): Promise<ChangeEffect> {
  const { project_id: projectId, work } = change;
  await lockSchedule(scope);
  await reschedule(scope);
  const before = await repository.readPlanDates(scope, projectId);
  for (const piece of work) await addPiece(scope, projectId, piece);
  await reschedule(scope);
  const after = await repository.readPlanDates(scope, projectId);
  const roleIds = work.flatMap(({ roleId }) => roleId ?? []);
  const rates = await repository.listBillRates(scope, roleIds);
  return effectOf(before, after, {
    minutes: work.reduce((sum, { estimateMinutes }) => sum + estimateMinutes, 0),
    price: optionalInteger(change.given_price) ?? priceOfWork(work, rates),
  });
}

async function addPiece(scope: Scope, projectId: ProjectId, piece: ChangeWork): Promise<void> {
  const { name, roleId, estimateMinutes, afterId, beforeId } = piece;
  const { task } = await createTask(scope, {
    projectId,
    name,
    roleId,
    estimateMinutes,
    durationMinutes: estimateMinutes,
  });
  if (afterId) await addDependency(scope, { predecessorId: afterId, successorId: task.id });
  if (beforeId) await addDependency(scope, { predecessorId: task.id, successorId: beforeId });
}

function end(
  scope: Scope,
  key: ChangeKey,
  { state, reason }: { readonly state: ChangeState; readonly reason: string },
): Promise<void> {
  return repository.updateChange(scope, key, {
    state,
    state_since: scope.now,
    decided_at: scope.now,
    decided_by: scope.actor.memberId,
    decided_name: scope.actor.name,
    reason,
  });
}

async function requireState(
  scope: Scope,
  id: ChangeRequestId,
  states: readonly ChangeState[],
): Promise<repository.ChangeRecord> {
  const change = await getChange(scope, id);
  if (states.includes(change.state)) return change;
  throw new AppError(
    'wrong-state',
    `This change is ${change.state}: that cannot be done any more.`,
  );
}
