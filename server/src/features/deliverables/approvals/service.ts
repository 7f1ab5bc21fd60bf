import { createHash } from 'node:crypto';
import type { deliverables } from '@evenkeel/contract/deliverables';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import {
  type ApprovalDecision,
  type DeliverableState,
  manifestOf,
  versionOutcome,
} from '@evenkeel/core/deliverables/deliverable';
import type { ApprovalId, DeliverableId, DeliverableVersionId, TaskId } from '@evenkeel/core/id';
import { say } from '@evenkeel/core/words/words';
import { workingWords } from '@evenkeel/core/words/working-together';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { askDuty, closeDuty, requireContacts } from '../../client-duties/service.ts';
import { hashContent } from '../../files/service.ts';
import { notify } from '../../notifications/service.ts';
import { recordPromise } from '../../promises/service.ts';
import { reschedule } from '../../schedules/service.ts';
import { addDependency } from '../../tasks/dependencies/service.ts';
import { createTask } from '../../tasks/service.ts';
import * as records from '../repository.ts';
import { getDeliverable, type WholeDeliverable, type WholeVersion } from '../service.ts';
import { tellAsked } from '../telling/service.ts';
import * as versions from '../versions/service.ts';

type VersionKey = { readonly id: DeliverableId; readonly versionId: DeliverableVersionId };

/** Makes a version of files on the deliverable. One that the client has not been asked about gives way. */
export async function addVersion(
  scope: Scope,
  id: DeliverableId,
  { fileIds, note = '' }: BodyOf<typeof deliverables.addVersion>,
): Promise<WholeDeliverable> {
  const [latest] = (await getDeliverable(scope, id)).versions;
  if (latest?.version.state === 'asked') {
    throw new AppError('wrong-state', 'The client is looking at a version. Take it back first.');
  }
  const unique = [...new Set(fileIds)];
  const files = await versions.listOwnFiles(scope, id, unique);
  if (files.length < unique.length) {
    throw invalid(['fileIds'], 'unknown', 'names a file that does not hang on this deliverable');
  }
  const hashed = [];
  for (const file of files) hashed.push({ ...file, sha256: await hashContent(scope, file) });
  const isDraft = latest?.version.state === 'draft';
  if (isDraft) await versions.deleteVersion(scope, latest.version.id);
  const last = latest?.version.number ?? 0;
  const number = isDraft ? last : last + 1;
  await versions.insertVersion(scope, { deliverableId: id, number, note, files: hashed });
  return getDeliverable(scope, id);
}

/**
 * Asks named contacts for their approval by a day: each gets a task on their side, which the milestone of
 * the deliverable waits for.
 */
export async function askApproval(
  scope: Scope,
  key: VersionKey,
  { contactIds, dueOn }: BodyOf<typeof deliverables.ask>,
): Promise<WholeDeliverable> {
  const { deliverable, whole } = await findVersion(scope, key);
  if (whole.version.state !== 'draft') {
    throw new AppError('wrong-state', 'The client has been asked about this version already.');
  }
  if (dueOn < scope.today) throw invalid(['dueOn'], 'too-early', 'is in the past');
  const unique = [...new Set(contactIds)];
  const readers = await requireContacts(scope, deliverable.project_id, unique, ['contactIds']);
  for (const contactId of unique) {
    const dutyId = await askDuty(scope, {
      projectId: deliverable.project_id,
      name: say(workingWords, readers.get(contactId) ?? 'en')('approvalDuty', {
        name: deliverable.name,
        number: whole.version.number,
      }).slice(0, 300),
      kind: 'approval',
      contactId,
      dueOn,
      details: whole.version.note,
      neededForId: deliverable.milestone_id,
    });
    await versions.insertApproval(scope, {
      deliverableId: key.id,
      versionId: key.versionId,
      contactId,
      dutyId,
    });
  }
  await versions.showFiles(scope, key.versionId);
  await versions.updateVersion(scope, key.versionId, {
    state: 'asked',
    asked_at: scope.now,
    asked_by: scope.actor.memberId,
    due_on: dueOn,
    manifest_hash: hashOf(whole),
  });
  await setState(scope, key.id, 'asked');
  const asked = await getDeliverable(scope, key.id);
  const names = asked.versions[0]?.approvals.map(({ contact_name: name }) => name) ?? [];
  await recordPromise(scope, {
    projectId: deliverable.project_id,
    subject: { kind: 'deliverable', id: key.id },
    what: 'deliverable',
    wording: `${deliverable.name}, version ${whole.version.number}`,
    channel: 'portal',
    toldTo: names,
  });
  await tellAsked(scope, asked);
  return asked;
}

/** Takes a version back that nobody has decided on as a whole. */
export async function withdrawVersion(scope: Scope, key: VersionKey): Promise<WholeDeliverable> {
  const { whole, versions: all } = await findVersion(scope, key);
  if (whole.version.state !== 'asked') {
    throw new AppError(
      'wrong-state',
      'Only a version that the client is looking at is taken back.',
    );
  }
  await versions.updateVersion(scope, key.versionId, { state: 'withdrawn', decided_at: scope.now });
  await closeDuties(scope, whole, 'withdraw');
  const before = all.find(({ version }) => ['approved', 'rejected'].includes(version.state));
  // The find above has said which two states it may be.
  await setState(scope, key.id, (before?.version.state ?? 'draft') as DeliverableState);
  return getDeliverable(scope, key.id);
}

/** What somebody at the client said, and as whom. */
export type GivenDecision = {
  readonly decision: ApprovalDecision;
  readonly reason: string;
};

/**
 * Records what a contact says to a version, with name, time and the hash of the files. The last yes locks
 * the version; a no ends it and becomes a task on our side.
 */
export async function decideApproval(
  scope: Scope,
  id: ApprovalId,
  given: GivenDecision,
): Promise<WholeDeliverable> {
  const approval = await versions.findApproval(scope, id);
  if (!approval) throw new AppError('not-found', 'There is no such approval.');
  await versions.lockVersion(scope, approval.version_id);
  const key = { id: approval.deliverable_id, versionId: approval.version_id };
  const { deliverable, whole } = await findVersion(scope, key);
  const own = whole.approvals.find((one) => one.id === id);
  if (!own || own.decision !== null || whole.version.state !== 'asked') {
    throw new AppError('wrong-state', 'This version is not waiting for this decision any more.');
  }
  if (given.decision === 'rejected' && given.reason.trim() === '') {
    throw invalid(['reason'], 'missing', 'is needed');
  }
  const taskId =
    given.decision === 'rejected' ? await makeRework(scope, { deliverable, whole, given }) : null;
  await versions.updateApproval(scope, id, {
    decision: given.decision,
    reason: given.reason,
    decided_at: scope.now,
    decided_by: scope.actor.memberId,
    decided_name: scope.actor.name,
    manifest_hash: whole.version.manifest_hash,
    task_id: taskId,
  });
  if (own.duty_id) await closeDuty(scope, own.duty_id, 'confirm');
  await settle(scope, key);
  await tellTeam(scope, { deliverable, whole, given });
  return getDeliverable(scope, key.id);
}

type Decided = Pick<WholeDeliverable, 'deliverable'> & {
  readonly whole: WholeVersion;
  readonly given: GivenDecision;
};

/** Whoever asked, and who runs the project, hear what the client said. */
async function tellTeam(scope: Scope, { deliverable, whole, given }: Decided): Promise<void> {
  const { asked_by: askedBy, number, id } = whole.version;
  await notify(scope, {
    topic: 'deliverable',
    key: `approval:${id}:${scope.actor.memberId}`,
    to: {
      members: askedBy === null ? [] : [askedBy],
      people: [deliverable.project_manager_id],
    },
    title: `${scope.actor.name} ${given.decision} ${deliverable.name}, version ${number}`,
    body: given.reason,
    subject: { kind: 'deliverable', id: deliverable.id },
  });
}

/** What the decisions so far make of a version and its deliverable. */
async function settle(scope: Scope, key: VersionKey): Promise<void> {
  const { whole } = await findVersion(scope, key);
  const outcome = versionOutcome(whole.approvals.map(({ decision }) => decision));
  if (outcome === 'asked') return;
  if (outcome === 'rejected') await closeDuties(scope, whole, 'withdraw');
  await versions.updateVersion(scope, key.versionId, { state: outcome, decided_at: scope.now });
  await setState(scope, key.id, outcome);
}

/** The task on our side: what was wrong, for whoever asked; the milestone waits for it. */
async function makeRework(
  scope: Scope,
  {
    deliverable,
    whole,
    given,
  }: Pick<WholeDeliverable, 'deliverable'> & {
    readonly whole: WholeVersion;
    readonly given: GivenDecision;
  },
): Promise<TaskId> {
  const { asked_by: askedBy, number } = whole.version;
  const asker = askedBy === null ? null : await records.personOf(scope, askedBy);
  const assigneeId = asker ?? deliverable.project_manager_id;
  const { task } = await createTask(scope, {
    projectId: deliverable.project_id,
    name: `Rework ${deliverable.name} after version ${number}`.slice(0, 300),
    notes: `${scope.actor.name} rejected version ${number}: ${given.reason}`,
    ...(assigneeId === null ? {} : { assigneeIds: [assigneeId] }),
  });
  if (deliverable.milestone_id !== null) {
    await addDependency(scope, {
      predecessorId: task.id,
      successorId: deliverable.milestone_id,
    });
    await reschedule(scope);
  }
  return task.id;
}

async function findVersion(scope: Scope, key: VersionKey) {
  const found = await getDeliverable(scope, key.id);
  const whole = found.versions.find(({ version }) => version.id === key.versionId);
  if (!whole) throw new AppError('not-found', 'There is no such version.');
  return { ...found, whole };
}

async function closeDuties(scope: Scope, whole: WholeVersion, step: 'withdraw'): Promise<void> {
  const open = whole.approvals.filter(({ decision }) => decision === null);
  for (const { duty_id: dutyId } of open) if (dutyId) await closeDuty(scope, dutyId, step);
}

function setState(scope: Scope, id: DeliverableId, state: DeliverableState): Promise<void> {
  return records.updateDeliverable(scope, { id, version: null }, { state, state_since: scope.now });
}

function hashOf({ files }: WholeVersion): string {
  return createHash('sha256').update(manifestOf(files)).digest('hex');
}
