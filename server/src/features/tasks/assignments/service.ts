import type { PersonId, TaskId } from '@evenkeel/core/id';
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
  await repository.deleteAssignments(scope, [taskId], gone);
  await repository.insertAssignments(scope, [taskId], [...new Set(added)]);
}

export { insertPlanned as assignPlanned, listAssignments } from './repository.ts';

/** Puts somebody on tasks and takes somebody off them. */
export async function swapAssignees(
  scope: Scope,
  taskIds: readonly TaskId[],
  change: { readonly add: PersonId | undefined; readonly remove: PersonId | undefined },
): Promise<void> {
  if (change.remove) await repository.deleteAssignments(scope, taskIds, [change.remove]);
  if (change.add) await repository.insertAssignments(scope, taskIds, [change.add]);
}
