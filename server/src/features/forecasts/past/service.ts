import type { AccuracyGrouping } from '@evenkeel/contract/forecasts';
import { groupedBy } from '@evenkeel/core/grouping';
import type { RoleId } from '@evenkeel/core/id';
import {
  type PastHonesty,
  type PastRatio,
  type PastRatios,
  type PastTask,
  pastHonesty,
  pastRatios,
} from '@evenkeel/core/schedule/uncertainty/past-ratios';
import type { Scope } from '../../../platform/db/scope.ts';
import { integer } from '../../../platform/db/values.ts';
import type { FinishedTask } from './repository.ts';
import * as repository from './repository.ts';

export type { FinishedTask } from './repository.ts';

/** What forecasts learn from: finished tasks by role and type. */
export async function readPast(scope: Scope): Promise<PastRatios> {
  const finished = await repository.listFinished(scope);
  return pastRatios(pastTasks(finished, 'role-and-type'));
}

/** The kind of work that a task is, as finished tasks are held together. */
export function kindKey(by: AccuracyGrouping, roleId: RoleId | null, type: string): string {
  const role = roleId ?? '';
  switch (by) {
    case 'role-and-type':
      return `${role}|${type}`;
    case 'role':
      return `${role}|`;
    case 'type':
      return `|${type}`;
  }
}

export type Accuracy = {
  readonly by: AccuracyGrouping;
  readonly past: PastRatios;
  readonly honesty: PastHonesty | null;
  readonly rows: readonly { readonly ratio: PastRatio; readonly tasks: readonly FinishedTask[] }[];
};

/** Estimate against actual, by kind of work. */
export async function readAccuracy(scope: Scope, by: AccuracyGrouping): Promise<Accuracy> {
  const finished = await repository.listFinished(scope);
  const tasks = pastTasks(finished, by);
  const past = pastRatios(tasks);
  const byKey = groupedBy(finished, (task) => keyOf(task, by));
  const rows = past.kinds.map((ratio) => ({ ratio, tasks: byKey.get(ratio.key) ?? [] }));
  return { by, past, honesty: pastHonesty(tasks), rows };
}

/** The finished tasks of one kind, latest first. */
export async function listBehind(
  scope: Scope,
  by: AccuracyGrouping,
  key: string,
): Promise<FinishedTask[]> {
  const finished = await repository.listFinished(scope);
  return finished.filter((task) => keyOf(task, by) === key);
}

function pastTasks(finished: readonly FinishedTask[], by: AccuracyGrouping): PastTask[] {
  return finished.map((task) => ({
    id: task.id,
    projectId: task.project_id,
    key: keyOf(task, by),
    estimateMinutes: task.estimate,
    actualMinutes: integer(task.actual),
  }));
}

function keyOf(task: FinishedTask, by: AccuracyGrouping): string {
  return kindKey(by, task.role_id, task.type);
}
