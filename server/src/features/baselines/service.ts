import type { BaselineId, ProjectId } from '@evenkeel/core/id';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { reschedule } from '../schedules/service.ts';
import * as repository from './repository.ts';

/** A plan beside a kept copy of it. */
export type Comparison = {
  readonly baseline: repository.BaselineRecord;
  readonly tasks: readonly repository.ComparedTask[];
};

export async function listBaselines(scope: Scope, projectId: ProjectId) {
  await checkProject(scope, projectId);
  return repository.listBaselines(scope, projectId);
}

/** Keeps the plan of a project as it stands now. */
export async function takeBaseline(
  scope: Scope,
  projectId: ProjectId,
  name: string,
): Promise<repository.BaselineRecord> {
  await checkProject(scope, projectId);
  // Dates that follow from writes of this very transaction are part of the plan.
  await reschedule(scope);
  return getBaseline(scope, await repository.insertBaseline(scope, projectId, { name }));
}

export async function renameBaseline(
  scope: Scope,
  key: { readonly id: BaselineId; readonly version: number },
  name: string,
): Promise<repository.BaselineRecord> {
  await repository.renameBaseline(scope, key, name);
  return getBaseline(scope, key.id);
}

export async function removeBaseline(scope: Scope, id: BaselineId): Promise<void> {
  if (!(await repository.deleteBaseline(scope, id))) throw noBaseline();
}

export async function compareBaseline(scope: Scope, id: BaselineId): Promise<Comparison> {
  const baseline = await getBaseline(scope, id);
  const key = { id, projectId: baseline.project_id };
  return { baseline, tasks: await repository.listCompared(scope, key) };
}

async function getBaseline(scope: Scope, id: BaselineId): Promise<repository.BaselineRecord> {
  const found = await repository.findBaseline(scope, id);
  if (!found) throw noBaseline();
  return found;
}

async function checkProject(scope: Scope, id: ProjectId): Promise<void> {
  if (await repository.hasProject(scope, id)) return;
  throw new AppError('not-found', 'There is no such project.');
}

function noBaseline(): AppError {
  return new AppError('not-found', 'There is no such baseline.');
}
