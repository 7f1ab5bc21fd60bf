import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { tasks } from '@evenkeel/contract/tasks';
import type { ChecklistItemId, ProjectId, TaskId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export type { ChecklistItemRecord } from './repository.ts';
export { countItems, insertItems, listItems } from './repository.ts';

type ItemKey = { readonly taskId: TaskId; readonly id: ChecklistItemId };

const mostItems = 200;

export async function addItem(
  scope: Scope,
  task: { readonly id: TaskId; readonly projectId: ProjectId },
  draft: BodyOf<typeof tasks.addChecklistItem>,
): Promise<repository.ChecklistItemRecord> {
  const standing = await repository.listItems(scope, [task.id]);
  if (standing.length >= mostItems) {
    throw invalid(['name'], 'too-many', `a checklist has at most ${mostItems} steps`);
  }
  const position = draft.position ?? (await repository.nextPosition(scope, task.id));
  const [id] = await repository.insertItems(scope, [
    {
      projectId: task.projectId,
      taskId: task.id,
      name: draft.name,
      position,
      isDone: draft.isDone ?? false,
    },
  ]);
  if (!id) throw new Error('the step was not written');
  return getItem(scope, { taskId: task.id, id });
}

export async function updateItem(
  scope: Scope,
  key: ItemKey,
  change: BodyOf<typeof tasks.updateChecklistItem>,
): Promise<repository.ChecklistItemRecord> {
  if (!(await repository.updateItem(scope, key, change))) throw noItem();
  return getItem(scope, key);
}

export async function removeItem(scope: Scope, key: ItemKey): Promise<void> {
  if (!(await repository.deleteItem(scope, key))) throw noItem();
}

async function getItem(scope: Scope, key: ItemKey): Promise<repository.ChecklistItemRecord> {
  const items = await repository.listItems(scope, [key.taskId]);
  const found = items.find((item) => item.id === key.id);
  if (!found) throw noItem();
  return found;
}

function noItem(): AppError {
  return new AppError('not-found', 'There is no such step in the checklist.');
}
