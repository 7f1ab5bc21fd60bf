import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { milestones } from '@evenkeel/contract/milestones';
import type { CustomerMetricId, TaskId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import { columnsOf } from '../../platform/db/columns.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

export type { MilestoneRecord } from './repository.ts';

export function listMilestones(scope: Scope, of: QueryOf<typeof milestones.list>) {
  return repository.listMilestones(scope, of);
}

export async function setSatisfaction(scope: Scope, id: TaskId, asks: boolean) {
  await getMilestone(scope, id);
  await repository.setSatisfaction(scope, id, asks);
  return getMilestone(scope, id);
}

export async function addMetric(
  scope: Scope,
  id: TaskId,
  draft: BodyOf<typeof milestones.addMetric>,
) {
  const { project_id } = await getMilestone(scope, id);
  requireDay({ measured: null, measured_on: null }, draft, scope);
  const { name, ...rest } = draft;
  const written = await repository.insertMetric(scope, {
    ...columnsOf(rest),
    name,
    project_id,
    task_id: id,
  });
  if (!written) throw new AppError('wrong-state', 'This milestone has a metric already.');
  return getMilestone(scope, id);
}

export async function changeMetric(
  scope: Scope,
  key: { readonly id: CustomerMetricId; readonly version: number },
  change: BodyOf<typeof milestones.changeMetric>,
) {
  const [standing] = await repository.listMilestones(scope, { metricId: key.id });
  if (!standing) throw new AppError('not-found', 'There is no such metric.');
  requireDay(standing, change, scope);
  await repository.updateMetric(scope, key, columnsOf(change));
  return getMilestone(scope, standing.id);
}

export async function removeMetric(scope: Scope, id: CustomerMetricId): Promise<void> {
  if (await repository.deleteMetric(scope, id)) return;
  throw new AppError('not-found', 'There is no such metric.');
}

async function getMilestone(scope: Scope, id: TaskId): Promise<repository.MilestoneRecord> {
  const [found] = await repository.listMilestones(scope, { taskId: id });
  if (!found) throw new AppError('not-found', 'There is no such milestone of a client project.');
  return found;
}

/** A value was measured on a day, and that is not one to come. */
function requireDay(
  standing: Pick<repository.MilestoneRecord, 'measured' | 'measured_on'>,
  change: BodyOf<typeof milestones.changeMetric>,
  scope: Scope,
): void {
  const measured = change.measured === undefined ? standing.measured : change.measured;
  const on = change.measuredOn === undefined ? standing.measured_on : change.measuredOn;
  if ((measured === null) !== (on === null)) {
    throw invalid(['measuredOn'], 'incomplete', 'a value and its day come together');
  }
  if (on !== null && on > scope.today) {
    throw invalid(['measuredOn'], 'too-late', 'lies ahead');
  }
}
