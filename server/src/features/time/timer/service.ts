import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { EffortSoFar, timer as endpoints } from '@evenkeel/contract/time';
import type { PersonId } from '@evenkeel/core/id';
import { isBillableByDefault } from '@evenkeel/core/time/entry';
import { splitAtMidnight } from '@evenkeel/core/time/split';
import { AppError, invalid } from '../../../platform/app-error.ts';
import { toInstant } from '../../../platform/clock.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import type { EntryRecord } from '../repository.ts';
import { type AskedWork, lockPerson, logTime, ownPerson, requireWork } from '../service.ts';
import { readSoFar } from '../week/service.ts';
import * as repository from './repository.ts';

export type RunningTimer = { timer: repository.TimerRecord; soFar: EffortSoFar };

export async function readTimer(scope: Scope): Promise<RunningTimer | null> {
  const { personId } = scope.actor;
  if (personId === null) return null;
  const timer = await repository.findTimer(scope, personId);
  if (!timer) return null;
  const work = { projectId: timer.project_id, taskId: timer.task_id };
  return { timer, soFar: (await readSoFar(scope, [work]))(work) };
}

/** Starts the actor's timer. One that runs is stopped first and its time logged. */
export async function startTimer(
  scope: Scope,
  asked: BodyOf<typeof endpoints.start>,
): Promise<{ running: RunningTimer; logged: EntryRecord[] }> {
  const personId = ownPerson(scope);
  const { projectId, taskId } = await requireWork(scope, asked);
  const startedAt = pastMoment(scope, asked.startedAt, 'startedAt');
  // Of two starts at once, the second waits here and then stops the first one's timer.
  await lockPerson(scope, personId);
  const logged = (await repository.findTimer(scope, personId))
    ? await stopTimer(scope, undefined)
    : [];
  const note = asked.note ?? '';
  await repository.insertTimer(scope, personId, { projectId, taskId, startedAt, note });
  return { running: await requireTimer(scope), logged };
}

export async function updateTimer(
  scope: Scope,
  version: number,
  change: BodyOf<typeof endpoints.update>,
): Promise<RunningTimer> {
  const { timer } = await requireTimer(scope);
  const isMoved = change.projectId !== undefined || change.taskId !== undefined;
  const now = { projectId: timer.project_id, taskId: timer.task_id };
  const { projectId, taskId } = isMoved ? await requireWork(scope, asWork(change)) : now;
  await repository.updateTimer(scope, ownPerson(scope), version, {
    projectId,
    taskId,
    startedAt:
      change.startedAt === undefined
        ? timer.started_at
        : pastMoment(scope, change.startedAt, 'startedAt'),
    note: change.note ?? timer.note,
  });
  return requireTimer(scope);
}

/** Stops the actor's timer and logs its time, one entry for each day it ran. */
export async function stopTimer(scope: Scope, endedAt: string | undefined): Promise<EntryRecord[]> {
  const personId = ownPerson(scope);
  const { timer } = await requireTimer(scope);
  const end = pastMoment(scope, endedAt, 'endedAt');
  if (end < timer.started_at) {
    throw invalid(['endedAt'], 'too-early', 'is before the timer was started');
  }
  const parts = splitAtMidnight({
    startedAt: toInstant(timer.started_at),
    endedAt: toInstant(end),
    timeZone: scope.actor.timeZone,
  });
  await requireStopped(scope, personId);
  const logged: EntryRecord[] = [];
  for (const { on, minutes } of parts) {
    const work = { projectId: timer.project_id, taskId: timer.task_id, kind: timer.kind };
    const { note } = timer;
    const isBillable = isBillableByDefault(timer.kind);
    logged.push(await logTime(scope, { personId, work, on, minutes, note, isBillable }));
  }
  return logged;
}

/** Stops the actor's timer and logs nothing. */
export async function discardTimer(scope: Scope): Promise<void> {
  await requireStopped(scope, ownPerson(scope));
}

async function requireTimer(scope: Scope): Promise<RunningTimer> {
  const running = await readTimer(scope);
  if (!running) throw new AppError('wrong-state', 'No timer runs.');
  return running;
}

/** Deletes the timer; of two who stop it at once, the second is told that none runs. */
async function requireStopped(scope: Scope, personId: PersonId): Promise<void> {
  if (await repository.deleteTimer(scope, personId)) return;
  throw new AppError('wrong-state', 'No timer runs.');
}

function pastMoment(scope: Scope, asked: string | undefined, field: string): Date {
  if (asked === undefined) return scope.now;
  const moment = new Date(asked);
  if (moment > scope.now) throw invalid([field], 'future', 'lies in the future');
  return moment;
}

function asWork({ projectId, taskId }: AskedWork): AskedWork {
  return { projectId, taskId };
}
