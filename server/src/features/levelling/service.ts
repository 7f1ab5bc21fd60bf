import { createHash } from 'node:crypto';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { levelling } from '@evenkeel/contract/levelling';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { LevellingRunId, TaskId } from '@evenkeel/core/id';
import type { FirmWork } from '@evenkeel/core/schedule/levelling/multi-project/firm-work';
import {
  type FirmLevelling,
  levelFirm,
} from '@evenkeel/core/schedule/levelling/multi-project/level-firm';
import { AppError } from '../../platform/app-error.ts';
import { enqueue } from '../../platform/db/enqueue.ts';
import type { Actor, Scope } from '../../platform/db/scope.ts';
import { reschedule } from '../schedules/service.ts';
import { changeEach } from '../tasks/service.ts';
import { requireDone, stateOf } from './policy.ts';
import * as proposals from './proposals/repository.ts';
import * as repository from './repository.ts';
import { findUnchanged, type GatheredWork, gatherWork, restoreSaid } from './work/service.ts';

export { beat } from './repository.ts';

/** The job that carries out a run, and what it has to know. */
export const runJob = 'run_levelling';
export type QueuedRun = { readonly actor: Actor; readonly id: LevellingRunId };

/** What the thread that levels is told, and what it says meanwhile. */
export type LevellingOrder = {
  readonly work: FirmWork;
  readonly seed: number;
  readonly maxSchedules: number;
};
export type LevellingProgress = {
  readonly schedules: number;
  readonly endOn: CalendarDate | null;
};

/** Counted up when the same work, seed and limit would give another plan than before. */
export const engineVersion = 2;

const standard = { maxSchedules: 2_000, seed: 1 } as const;

export async function listRuns(scope: Scope, request: { limit: number; before: number | null }) {
  const found = await repository.listRuns(scope, { ...request, limit: request.limit + 1 });
  const runs = found.slice(0, request.limit);
  const hasMore = found.length > request.limit;
  return {
    rows: runs.map((run) => ({ run, state: stateOf(run) })),
    total: await repository.countRuns(scope),
    nextBefore: hasMore ? (runs.at(-1)?.number ?? null) : null,
  };
}

/** A run with the names of the projects and people that it speaks of. */
export async function getRun(scope: Scope, id: LevellingRunId) {
  const run = await repository.findRun(scope, id);
  if (!run) throw new AppError('not-found', 'There is no such levelling.');
  const { projects = [], people = [] } = run.result ?? {};
  const projectIds = projects.map((project) => project.projectId);
  const personIds = people.map((person) => person.personId);
  return {
    run,
    state: stateOf(run),
    projectNames: await proposals.namesOf(scope, 'project', projectIds),
    kinds: await proposals.kindsOf(scope, projectIds),
    personNames: await proposals.namesOf(scope, 'person', personIds),
  };
}

/** Writes a run and queues it; both or neither. One at a time for each workspace. */
export async function requestRun(scope: Scope, wanted: BodyOf<typeof levelling.create>) {
  await repository.lockLevelling(scope);
  if (await repository.hasLiveRun(scope))
    throw new AppError('wrong-state', 'A levelling is under way. Wait for it, or stop it.');
  const id = await repository.insertRun(scope, { ...standard, ...given(wanted), engineVersion });
  const payload: QueuedRun = { actor: scope.actor, id };
  await enqueue(scope.tx, { name: runJob, payload, key: `levelling:${id}`, maxAttempts: 2 });
  return getRun(scope, id);
}

function given({ seed, maxSchedules }: BodyOf<typeof levelling.create>) {
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(maxSchedules === undefined ? {} : { maxSchedules }),
  };
}

/** Levels within this transaction, for a small firm that shall have a plan to look at. */
export async function levelNow(scope: Scope, maxSchedules: number): Promise<void> {
  const id = await repository.insertRun(scope, { ...standard, maxSchedules, engineVersion });
  const begun = await beginRun(scope, id);
  if (begun) await endRun(scope, id, begun, levelFirm(begun.work, begun));
}

/** Reads the work for a queued run and marks it as running; null when nobody waits for it any more. */
export async function beginRun(scope: Scope, id: LevellingRunId) {
  const run = await repository.findRun(scope, id);
  if (!run) return null;
  const gathered = await gatherWork(scope);
  const isWaited = await repository.markRunning(scope, id, hashOf(gathered.work));
  return isWaited ? { ...gathered, seed: run.seed, maxSchedules: run.max_schedules } : null;
}

function hashOf(work: FirmWork): string {
  return createHash('sha256').update(JSON.stringify(work)).digest('hex');
}

/** Keeps what a run came to: a plan that the checker has accepted, or why there is none. */
export async function endRun(
  scope: Scope,
  id: LevellingRunId,
  { work, said }: GatheredWork,
  levelled: FirmLevelling,
): Promise<void> {
  if (!levelled.ok) {
    await repository.markEnded(scope, id, { state: 'failed', failure: failureOf(levelled, work) });
    return;
  }
  const { tasks, ...plan } = levelled.plan;
  const result = {
    ...plan,
    tasks: tasks.length,
    moved: tasks.filter((task) => task.isMoved).length,
    schedules: levelled.schedules,
  };
  if (!(await repository.markEnded(scope, id, { state: 'done', result }))) return;
  const taskOf = new Map(work.tasks.map((task) => [task.id, task]));
  await proposals.insertProposals(
    scope,
    id,
    tasks.map((task) => ({
      ...task,
      notBefore: taskOf.get(task.taskId)?.notBefore ?? null,
      deadlineOn: taskOf.get(task.taskId)?.deadlineOn ?? null,
      seen: said.get(task.taskId) ?? null,
    })),
  );
}

function failureOf(levelled: FirmLevelling & { readonly ok: false }, work: FirmWork): string {
  if (levelled.reason === 'rejected')
    return `The plan was thrown away: the check found a broken rule (${levelled.broken.join(', ')}).`;
  const [fault] = levelled.faults;
  const names = (fault?.ids ?? []).flatMap((id) => {
    const task = work.tasks.find((one) => one.id === id);
    return task ? [`“${task.name}”`] : [];
  });
  const listed = [...new Set(names)].slice(0, 5).join(', ');
  if (fault?.reason === 'cycle') return `These tasks wait for each other in a circle: ${listed}.`;
  if (fault?.reason === 'never-enough')
    return `There is never enough time of the people needed for ${listed}.`;
  return `The plan has a mistake that cannot be levelled (${fault?.reason ?? 'unknown'}).`;
}

export async function cancelledRun(scope: Scope, id: LevellingRunId): Promise<void> {
  await repository.markEnded(scope, id, { state: 'cancelled' });
}

export async function failRun(scope: Scope, id: LevellingRunId, failure: string): Promise<void> {
  await repository.markEnded(scope, id, { state: 'failed', failure });
}

export async function cancelRun(scope: Scope, id: LevellingRunId) {
  const { run, state } = await getRun(scope, id);
  if (state === 'queued' || state === 'interrupted') {
    await repository.markEnded(scope, id, { state: 'cancelled' });
  }
  if (run.state === 'running') await repository.requestCancel(scope, id);
  return getRun(scope, id);
}

export async function discardRun(scope: Scope, id: LevellingRunId, isDiscarded: boolean) {
  const { run } = await getRun(scope, id);
  requireDone(run);
  await repository.setDiscarded(scope, id, isDiscarded);
  return getRun(scope, id);
}

/** Proposals, one page of them, with the people on each task and the names its reason speaks of. */
export async function listProposals(
  scope: Scope,
  id: LevellingRunId,
  request: { limit: number; after: number; isMoved: boolean | null },
) {
  await getRun(scope, id);
  const found = await proposals.listProposals(scope, id, { ...request, limit: request.limit + 1 });
  const rows = found.slice(0, request.limit);
  const reasons = rows.map((row) => row.reason);
  const spoken = (kind: 'taskIds' | 'personId' | 'roleId') =>
    reasons
      .flatMap((reason) => (kind in reason ? [reason[kind as keyof typeof reason]] : []))
      .flat();
  return {
    rows,
    total: await proposals.countProposals(scope, id, request.isMoved),
    next: found.length > request.limit ? (rows.at(-1)?.position ?? null) : null,
    assignees: await proposals.listAssignees(
      scope,
      rows.map((row) => row.task_id),
    ),
    // Ids of the kind that the part of the reason is named after.
    taskNames: await proposals.namesOf(scope, 'task', spoken('taskIds') as string[]),
    personNames: await proposals.namesOf(scope, 'person', spoken('personId') as string[]),
    roleNames: await proposals.namesOf(scope, 'role', spoken('roleId') as string[]),
  };
}

/**
 * Gives tasks their proposed days, all or those chosen, through the same call that people's edits go
 * through. Tasks of which somebody has said something else since stay as they are.
 */
export async function acceptRun(
  scope: Scope,
  id: LevellingRunId,
  taskIds: readonly TaskId[] | null,
) {
  await repository.lockLevelling(scope);
  requireDone((await getRun(scope, id)).run);
  const chosen = await proposals.lockProposals(scope, id, {
    states: ['open', 'taken-back'],
    taskIds,
  });
  const standing = await findUnchanged(
    scope,
    chosen.map((row) => ({ id: row.task_id, said: row.seen })),
  );
  const placeOf = new Map(chosen.map((row) => [row.task_id, row]));
  const held = standing.map((task) => ({
    taskId: task.id,
    isMilestone: task.is_milestone,
    startOn: task.start_on,
    dueOn: task.due_on,
    constraintType: task.constraint_type,
    constraintOn: task.constraint_on,
    constraintMinute: task.constraint_minute,
    typedDueOn: task.typed_due_on,
    durationMinutes: task.duration_minutes,
  }));
  const changes = held.flatMap(({ taskId, isMilestone }) => {
    const place = placeOf.get(taskId);
    if (!place) return [];
    const days = isMilestone ? {} : { startOn: place.start_on };
    return [{ id: taskId, change: { ...days, dueOn: place.due_on } }];
  });
  if (changes.length > 0) await changeEach(scope, { changes });
  await proposals.markAccepted(
    scope,
    id,
    held.map(({ isMilestone: _, ...days }) => days),
  );
  await repository.touchRun(scope, id);
  return {
    ...(await getRun(scope, id)),
    done: changes.length,
    changedSince: chosen.length - changes.length,
  };
}

/** Says again of accepted tasks what people had said of their days, where nobody changed them since. */
export async function undoRun(scope: Scope, id: LevellingRunId) {
  await repository.lockLevelling(scope);
  requireDone((await getRun(scope, id)).run);
  const accepted = await proposals.lockProposals(scope, id, {
    states: ['accepted'],
    taskIds: null,
  });
  const standing = await findUnchanged(
    scope,
    accepted.map((row) => ({ id: row.task_id, said: row.written })),
  );
  const heldOf = new Map(accepted.map((row) => [row.task_id, row.held]));
  const changes = standing.flatMap((task) => {
    const held = heldOf.get(task.id);
    return held ? [{ id: task.id, held }] : [];
  });
  await restoreSaid(scope, changes);
  await reschedule(scope);
  await proposals.markTakenBack(
    scope,
    id,
    changes.map((row) => row.id),
  );
  await repository.touchRun(scope, id);
  return {
    ...(await getRun(scope, id)),
    done: changes.length,
    changedSince: accepted.length - changes.length,
  };
}
