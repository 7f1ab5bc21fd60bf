import { createHash } from 'node:crypto';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { forecasts } from '@evenkeel/contract/forecasts';
import type { ProjectId } from '@evenkeel/core/id';
import {
  type ForecastProblem,
  forecastProject,
  type ProjectForecast,
} from '@evenkeel/core/projects/project-forecast';
import { AppError } from '../../platform/app-error.ts';
import { enqueue } from '../../platform/db/enqueue.ts';
import type { Actor, Scope } from '../../platform/db/scope.ts';
import { readLinkedPlan } from '../schedules/service.ts';
import { kindKey, readPast } from './past/service.ts';
import * as repository from './repository.ts';

/** A forecast with the names of what it speaks of. */
export type NamedForecast = {
  readonly record: repository.ForecastRecord | null;
  readonly isOutdated: boolean;
  readonly names: ReadonlyMap<string, Awaited<ReturnType<typeof repository.listNames>>[number]>;
};

/** The job that makes a forecast, and what it is queued with. */
export const forecastJob = 'make_forecast';
export type QueuedForecast = { readonly actor: Actor; readonly attempt: Attempt };
/** One try at the forecast of a project; a later one takes its place. */
export type Attempt = { readonly projectId: ProjectId; readonly attempt: number };

/** What a forecast is made of, and a hash by which the same is known again. */
export type MadeProblem = {
  readonly problem: ForecastProblem;
  readonly pastCount: number;
  readonly planHash: string;
};

const defaults = { samples: 1_000, seed: 1 } as const;

export async function getForecast(scope: Scope, projectId: ProjectId): Promise<NamedForecast> {
  await requireProject(scope, projectId);
  const record = (await repository.findForecast(scope, projectId)) ?? null;
  const result = record?.result ?? null;
  if (result === null) return { record, isOutdated: false, names: new Map() };
  const ids = [...result.tasks, ...result.drivers].map(({ taskId }) => taskId);
  const names = await repository.listNames(scope, [...new Set(ids)]);
  const { samples, isLevelled } = result;
  const { planHash } = await problemOf(scope, projectId, { samples, seed: 0, isLevelled });
  return {
    record,
    isOutdated: planHash !== record?.plan_hash,
    names: new Map(names.map((task) => [task.id, task])),
  };
}

/** Asks for a forecast; the job makes it once this is committed. */
export async function startForecast(
  scope: Scope,
  projectId: ProjectId,
  asked: BodyOf<typeof forecasts.start>,
): Promise<NamedForecast> {
  await requireProject(scope, projectId);
  const last = await repository.findForecast(scope, projectId);
  await queue(scope, projectId, {
    samples: asked.samples ?? defaults.samples,
    seed: asked.seed ?? defaults.seed,
    isLevelled: asked.isLevelled ?? last?.is_levelled ?? false,
  });
  return getForecast(scope, projectId);
}

/** Asks for the forecasts of all committed projects, each as the last one of it. */
export async function startAll(scope: Scope): Promise<number> {
  const ids = await repository.listCommitted(scope);
  for (const id of ids) {
    const last = await repository.findForecast(scope, id);
    await queue(scope, id, { ...defaults, isLevelled: last?.is_levelled ?? false });
  }
  return ids.length;
}

/**
 * Makes the forecasts of all committed projects at once, in this very transaction: for the sample. The
 * first of them counts people's limits.
 */
export async function forecastNow(scope: Scope): Promise<void> {
  const ids = await repository.listCommitted(scope);
  for (const projectId of ids) {
    const asked = { ...defaults, isLevelled: projectId === ids[0] };
    const number = await repository.request(scope, projectId, asked);
    const attempt = { projectId, attempt: number };
    const made = await begin(scope, attempt);
    if (made) await end(scope, attempt, made, forecastProject(made.problem));
  }
}

export async function cancelForecast(scope: Scope, projectId: ProjectId): Promise<NamedForecast> {
  await requireProject(scope, projectId);
  const record = await repository.findForecast(scope, projectId);
  if (record) {
    const attempt = { projectId, attempt: record.attempt };
    const state = record.state === 'queued' ? ({ state: 'cancelled' } as const) : {};
    await repository.change(scope, attempt, { is_cancelled: true, ...state });
  }
  return getForecast(scope, projectId);
}

/** Begins an attempt; null when nobody waits for it any more. */
export async function begin(scope: Scope, attempt: Attempt): Promise<MadeProblem | null> {
  const isWaited = await repository.change(scope, attempt, { state: 'running' });
  const record = await repository.findForecast(scope, attempt.projectId);
  const project = await repository.findProject(scope, attempt.projectId);
  if (!isWaited || !record || !project) return null;
  const { samples, seed, is_levelled: isLevelled } = record;
  return problemOf(scope, attempt.projectId, { samples, seed, isLevelled });
}

/** Says how far an attempt is; whether it is to stop. */
export async function beat(scope: Scope, attempt: Attempt, done: number): Promise<boolean> {
  const found = await repository.change(scope, attempt, { done });
  return found === null || found.isCancelled;
}

/** Keeps the figures of an attempt. */
export async function end(
  scope: Scope,
  attempt: Attempt,
  made: MadeProblem,
  forecast: ProjectForecast,
): Promise<void> {
  const { problem, pastCount, planHash } = made;
  const { seed, correlation, today } = problem;
  const result = { ...forecast, seed, correlation, pastCount };
  await repository.finish(scope, attempt, { result, planHash, madeFor: today });
}

/** An attempt that gave no figures: the last ones stay. */
export async function giveUp(
  scope: Scope,
  attempt: Attempt,
  failure: string | null,
): Promise<void> {
  const state = failure === null ? 'cancelled' : 'failed';
  await repository.change(scope, attempt, { state, failure });
}

async function queue(
  scope: Scope,
  projectId: ProjectId,
  asked: repository.AskedForecast,
): Promise<void> {
  const attempt = await repository.request(scope, projectId, asked);
  const payload: QueuedForecast = { actor: scope.actor, attempt: { projectId, attempt } };
  await enqueue(scope.tx, {
    name: forecastJob,
    payload,
    key: `forecast:${projectId}`,
    maxAttempts: 3,
  });
}

async function requireProject(scope: Scope, id: ProjectId): Promise<void> {
  if (!(await repository.findProject(scope, id)))
    throw new AppError('not-found', 'There is no such project.');
}

async function problemOf(
  scope: Scope,
  projectId: ProjectId,
  { samples, seed, isLevelled }: repository.AskedForecast,
): Promise<MadeProblem> {
  // People's other work counts too: all that is committed.
  const others = isLevelled ? await repository.listCommitted(scope) : [];
  const plan = await readLinkedPlan(scope, [...new Set([projectId, ...others])]);
  const past = await readPast(scope);
  const ids = plan.projects.map(({ id }) => id);
  const uncertain = await repository.listUncertain(scope, ids);
  const project = await repository.findProject(scope, projectId);
  const problem: ForecastProblem = {
    plan,
    projectId,
    promisedOn: project?.end_on ?? null,
    uncertainties: uncertain.map((task) => ({
      taskId: task.id,
      optimisticMinutes: task.optimistic,
      pessimisticMinutes: task.pessimistic,
      past: past.spreadOf(kindKey('role-and-type', task.role_id, task.type)),
    })),
    correlation: past.correlation,
    today: scope.today,
    samples,
    seed,
    isLevelled,
  };
  return { problem, pastCount: past.count, planHash: hashOf(problem) };
}

/** Of all that figures follow from, but for how many samples of which seed were asked for. */
function hashOf({ samples: _, seed: __, ...rest }: ForecastProblem): string {
  return createHash('sha256').update(JSON.stringify(rest)).digest('hex');
}
