import type { PersonId, TaskId } from '@evenkeel/core/id';
import { workAfterStaffing } from '@evenkeel/core/projects/schedule-effort';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

/** Makes exactly these people the ones on a task. */
export async function replaceAssignees(
  scope: Scope,
  taskId: TaskId,
  personIds: readonly PersonId[],
): Promise<void> {
  const before = await repository.listAssigned(scope, taskId);
  const gone = before.filter((id) => !personIds.includes(id));
  const added = personIds.filter((id) => !before.includes(id));
  await staffed(scope, [taskId], async () => {
    await repository.deleteAssignments(scope, [taskId], gone);
    await repository.insertAssignments(scope, [taskId], [...new Set(added)]);
  });
}

/** The shares of time of the people on a task, in basis points, all together. */
export async function unitsOn(scope: Scope, taskId: TaskId): Promise<number> {
  const [task] = await repository.listStaffing(scope, [taskId]);
  return task?.units ?? 0;
}

/** Lets people come and go; where more people are more work, the work follows. */
async function staffed(
  scope: Scope,
  taskIds: readonly TaskId[],
  change: () => Promise<void>,
): Promise<void> {
  const before = await repository.listStaffing(scope, taskIds);
  await change();
  const after = new Map(
    (await repository.listStaffing(scope, taskIds)).map((task) => [task.id, task.units]),
  );
  for (const task of before) {
    const work = workAfterStaffing(task, task.units, after.get(task.id) ?? 0);
    if (work !== task.estimateMinutes) await repository.setWork(scope, task.id, work);
  }
}

export { insertPlanned as assignPlanned, listAssignments } from './repository.ts';

/** Puts somebody on tasks and takes somebody off them. */
export async function swapAssignees(
  scope: Scope,
  taskIds: readonly TaskId[],
  change: { readonly add: PersonId | undefined; readonly remove: PersonId | undefined },
): Promise<void> {
  const { add, remove } = change;
  if (!add && !remove) return;
  await staffed(scope, taskIds, async () => {
    if (remove) await repository.deleteAssignments(scope, taskIds, [remove]);
    if (add) await repository.insertAssignments(scope, taskIds, [add]);
  });
}
