import type { ProjectId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import { changeTasks } from '../service.ts';
import * as repository from './repository.ts';

/**
 * Moves the tasks of a project that are not done and have a day by so many calendar days, constraints
 * and all, as they move when somebody shifts them in a list: what goes with a project whose start moves.
 * The same number with the other sign takes it back. How many moved.
 */
export async function shiftOpenTasks(
  scope: Scope,
  projectId: ProjectId,
  days: number,
): Promise<number> {
  if (days === 0) return 0;
  const ids = await repository.listOpenTasks(scope, projectId);
  if (ids.length > 0) await changeTasks(scope, { ids, change: { shiftDays: days } });
  return ids.length;
}
