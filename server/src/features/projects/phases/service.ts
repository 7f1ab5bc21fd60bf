import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { projects } from '@evenkeel/contract/projects';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PhaseId, ProjectId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export type { PhaseRecord } from './repository.ts';
export { insertPhases, listPhases } from './repository.ts';

export async function addPhase(
  scope: Scope,
  projectId: ProjectId,
  draft: BodyOf<typeof projects.addPhase>,
): Promise<repository.PhaseRecord> {
  const { startOn = null, endOn = null } = draft;
  checkDates(startOn, endOn);
  const last = (await repository.listPhases(scope, projectId)).at(-1);
  const position = draft.position ?? (last ? last.position + 1 : 0);
  const phase = { name: draft.name, startOn, endOn };
  const [id] = await repository.insertPhases(scope, projectId, [phase], position);
  if (!id) throw new Error('the phase was not written');
  return getPhase(scope, projectId, id);
}

export async function updatePhase(
  scope: Scope,
  key: { readonly projectId: ProjectId; readonly id: PhaseId },
  version: number,
  change: BodyOf<typeof projects.updatePhase>,
): Promise<repository.PhaseRecord> {
  const phase = await getPhase(scope, key.projectId, key.id);
  checkDates(
    change.startOn === undefined ? phase.start_on : change.startOn,
    change.endOn === undefined ? phase.end_on : change.endOn,
  );
  await repository.updatePhase(scope, key, version, change);
  return getPhase(scope, key.projectId, key.id);
}

export async function removePhase(scope: Scope, projectId: ProjectId, id: PhaseId): Promise<void> {
  const count = await repository.countTasks(scope, id);
  if (count > 0) {
    const tasks = count === 1 ? 'a task' : `${count} tasks`;
    throw new AppError('still-in-use', `The phase has ${tasks}. Move them to another one first.`);
  }
  await repository.releaseTrashedTasks(scope, id);
  if (await repository.deletePhase(scope, projectId, id)) return;
  throw new AppError('not-found', 'There is no such phase.');
}

async function getPhase(
  scope: Scope,
  projectId: ProjectId,
  id: PhaseId,
): Promise<repository.PhaseRecord> {
  const phase = await repository.findPhase(scope, projectId, id);
  if (!phase) throw new AppError('not-found', 'There is no such phase.');
  return phase;
}

function checkDates(startOn: CalendarDate | null, endOn: CalendarDate | null): void {
  if (startOn && endOn && endOn < startOn) {
    throw invalid(['endOn'], 'too-early', 'is before the start');
  }
}
