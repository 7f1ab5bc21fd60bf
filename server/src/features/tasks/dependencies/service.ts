import type { dependencies } from '@evenkeel/contract/dependencies';
import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import { groupedBy } from '@evenkeel/core/grouping';
import type { DependencyId, TaskId } from '@evenkeel/core/id';
import {
  breaksDependency,
  type Dependency,
  loopOfDependency,
  type TreePlace,
} from '@evenkeel/core/projects/dependency';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { reschedule } from '../../schedules/service.ts';
import * as repository from './repository.ts';

export type { NewDependency } from './repository.ts';
export { insertDependencies, listBetween } from './repository.ts';

/** What waits for what around some tasks. */
export type Network = {
  readonly places: readonly TreePlace[];
  readonly dependencies: readonly Dependency[];
};

/** What a task still waits for, and whether its dates keep that. */
export type Waiting = {
  readonly waitsFor: readonly { readonly id: TaskId; readonly name: string }[];
  readonly startsTooEarly: boolean;
};

export function listDependencies(scope: Scope, query: QueryOf<typeof dependencies.list>) {
  return repository.listDependencies(scope, {
    ...(query.projectId ? { projectIds: query.projectId } : {}),
    ...(query.taskId ? { taskIds: query.taskId } : {}),
  });
}

/** Lets a task wait for another; refused when it would then wait for itself. */
export async function createDependency(scope: Scope, draft: BodyOf<typeof dependencies.create>) {
  const id = await addDependency(scope, draft);
  await reschedule(scope);
  return getDependency(scope, id);
}

/** The same without rescheduling, which is left to the caller. */
export async function addDependency(
  scope: Scope,
  draft: BodyOf<typeof dependencies.create>,
): Promise<DependencyId> {
  const { predecessorId, successorId, type = 'finish-start', lagMinutes = 0, ...lag } = draft;
  await endFor(scope, 'predecessorId', predecessorId);
  const successor = await endFor(scope, 'successorId', successorId);
  await checkLoop(scope, { predecessorId, successorId, type });
  const [id] = await repository.insertDependencies(scope, [
    { projectId: successor.project_id, predecessorId, successorId, type, lagMinutes, ...lag },
  ]);
  if (!id) throw new Error('the dependency was not written');
  return id;
}

export async function updateDependency(
  scope: Scope,
  key: { readonly id: DependencyId; readonly version: number },
  change: BodyOf<typeof dependencies.update>,
) {
  await changeDependency(scope, key, change);
  await reschedule(scope);
  return getDependency(scope, key.id);
}

/** The same without rescheduling; without a version, on whatever stands there. */
export async function changeDependency(
  scope: Scope,
  key: { readonly id: DependencyId; readonly version: number | null },
  change: BodyOf<typeof dependencies.update>,
): Promise<void> {
  const { predecessor, successor, type, version } = await getDependency(scope, key.id);
  if (change.type !== undefined && change.type !== type) {
    const ends = { predecessorId: predecessor.id, successorId: successor.id };
    await checkLoop(scope, { ...ends, type: change.type }, key.id);
  }
  await repository.updateDependency(scope, { ...key, version: key.version ?? version }, change);
}

export async function removeDependency(scope: Scope, id: DependencyId): Promise<void> {
  await dropDependency(scope, id);
  await reschedule(scope);
}

/** The same without rescheduling. */
export async function dropDependency(scope: Scope, id: DependencyId): Promise<void> {
  if (await repository.deleteDependency(scope, id)) return;
  throw new AppError('not-found', 'There is no such dependency.');
}

/** What each of the tasks waits for. */
export async function readWaiting(
  scope: Scope,
  ids: readonly TaskId[],
): Promise<(id: TaskId) => Waiting> {
  const found = await repository.listDependencies(scope, { successorIds: ids });
  const bySuccessor = groupedBy(found, (row) => row.successor.id);
  return (id) => {
    const own = bySuccessor.get(id) ?? [];
    return {
      waitsFor: own
        .filter((row) => row.predecessor.state !== 'done')
        .map(({ predecessor }) => ({ id: predecessor.id, name: predecessor.name })),
      startsTooEarly: own.some(isBroken),
    };
  };
}

/**
 * Whether the dates of the two ends break a dependency. The schedule moves what waits, so that is only
 * where somebody holds it: by hand, or by a constraint that lets it be no later.
 */
export function isBroken(row: repository.DependencyRecord): boolean {
  const { scheduling, constraint_type: constraint } = row.successor;
  const isHeld = scheduling === 'manual' || /must|later/.test(constraint);
  if (!isHeld) return false;
  return breaksDependency(daysOf(row.predecessor), daysOf(row.successor), {
    type: row.type,
    lagMinutes: row.lag_unit === 'working' ? row.lag_minutes : 0,
  });
}

/** Everything that hangs together with some tasks; without one dependency, when it is named. */
export async function readNetwork(
  scope: Scope,
  ids: readonly TaskId[],
  without?: DependencyId,
): Promise<Network> {
  const places = await repository.listConnected(scope, ids);
  const found = await repository.listBetween(
    scope,
    places.map((place) => place.id),
  );
  return {
    places: places.map((place) => ({ id: place.id, parentId: place.parent_id })),
    dependencies: found
      .filter((row) => row.id !== without)
      .map((row) => ({
        predecessorId: row.predecessor_id,
        successorId: row.successor_id,
        type: row.type,
        lagMinutes: row.lag_minutes,
      })),
  };
}

/** A loop as people read it: its tasks by name. */
export async function wordsOfLoop(scope: Scope, loop: readonly TaskId[]): Promise<string> {
  const names = await repository.listNames(scope, loop);
  return loop.map((id) => `“${names.get(id) ?? ''}”`).join(' → ');
}

async function checkLoop(
  scope: Scope,
  added: Omit<Dependency, 'lagMinutes'>,
  without?: DependencyId,
): Promise<void> {
  const ends = [added.predecessorId, added.successorId];
  const { places, dependencies: known } = await readNetwork(scope, ends, without);
  const loop = loopOfDependency(places, known, added);
  if (!loop) return;
  const words = await wordsOfLoop(scope, loop);
  throw invalid(['predecessorId'], 'loop', `The task would wait for itself: ${words}.`);
}

async function getDependency(scope: Scope, id: DependencyId) {
  const found = await repository.findDependency(scope, id);
  if (!found) throw new AppError('not-found', 'There is no such dependency.');
  return found;
}

async function endFor(scope: Scope, field: string, id: TaskId) {
  const task = await repository.findEnd(scope, id);
  if (!task) throw invalid([field], 'unknown', 'there is no such task');
  return task;
}

function daysOf(end: repository.EndRecord) {
  return {
    startOn: end.start_on,
    dueOn: end.due_on,
    isMilestone: end.is_milestone,
    isDone: end.state === 'done',
  };
}
