import type { PhaseId, ProjectId, TaskId } from '@evenkeel/core/id';
import { loopOfParent } from '@evenkeel/core/projects/dependency';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { readNetwork, wordsOfLoop } from '../dependencies/service.ts';
import * as repository from './repository.ts';

export type { SubTaskSums } from './repository.ts';
export { carryPhase, leaveParents, listParents, sumSubTasks, trashTree } from './repository.ts';

type Place = { readonly parentId?: TaskId | null; readonly phaseId?: PhaseId | null };

/**
 * Where a task goes in the tree: a sub-task stands in the phase of what it is part of, and leaves it
 * when it is put into another phase.
 */
export async function placeInTree(
  scope: Scope,
  task: {
    readonly id: TaskId | null;
    readonly projectId: ProjectId;
    readonly parentId: TaskId | null;
  },
  asked: {
    readonly parentId?: TaskId | null | undefined;
    readonly phaseId?: PhaseId | null | undefined;
  },
): Promise<Place> {
  const isMoved = asked.parentId !== undefined && asked.parentId !== task.parentId;
  const parentId = asked.parentId === undefined ? task.parentId : asked.parentId;
  if (parentId === null) {
    return {
      ...(isMoved ? { parentId } : {}),
      ...(asked.phaseId === undefined ? {} : { phaseId: asked.phaseId }),
    };
  }
  if (isMoved || task.id === null) {
    const parent = await parentFor(scope, task, parentId);
    return { parentId, phaseId: parent.phase_id };
  }
  if (asked.phaseId === undefined) return {};
  const parent = await repository.findParent(scope, parentId);
  const leaves = parent?.phase_id !== asked.phaseId;
  return { phaseId: asked.phaseId, ...(leaves ? { parentId: null } : {}) };
}

/** Takes a task out of the trash, with what went there with it. */
export function restoreTree(scope: Scope, id: TaskId): Promise<void> {
  return repository.restoreTree(scope, id);
}

async function parentFor(
  scope: Scope,
  task: { readonly id: TaskId | null; readonly projectId: ProjectId },
  parentId: TaskId,
) {
  const parent = await repository.findParent(scope, parentId);
  if (!parent || parent.project_id !== task.projectId) {
    throw invalid(['parentId'], 'unknown', 'there is no such task in this project');
  }
  if (parent.is_milestone) {
    throw invalid(['parentId'], 'milestone', 'a milestone is a point in time: it has no parts');
  }
  const { id } = task;
  if (id === null) return parent;
  const { places, dependencies } = await readNetwork(scope, [id, parentId]);
  const loop = loopOfParent(places, dependencies, { id, parentId });
  if (!loop) return parent;
  const words = await wordsOfLoop(scope, loop);
  throw invalid(['parentId'], 'loop', `would be part of itself, or wait for itself: ${words}`);
}
