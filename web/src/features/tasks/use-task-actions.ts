import { type TaskRow, tasks } from '@evenkeel/contract/tasks';
import type { PersonId } from '@evenkeel/core/id';
import type { TaskState } from '@evenkeel/core/projects/task';
import { SaveCancelled } from '../../ui/form/save-cancelled.ts';
import { formatCount } from '../../ui/format/number.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { checkMoves, mayMoveOthers, undoOf } from '../schedules/api.ts';
import { type TaskChange, useSaveTask, useTaskWrite } from './api.ts';
import { type TaskPlace, taskStateLabels } from './model.ts';

/** What can be done with a task wherever it is shown; each tells its outcome, most offer Undo. */
export type TaskActions = {
  /** Saves fields; throws what the server refuses, for a field that shows it. */
  readonly save: (task: TaskRow, change: TaskChange) => Promise<void>;
  readonly setState: (task: TaskRow, state: TaskState) => Promise<void>;
  readonly place: (task: TaskRow, place: TaskPlace) => Promise<void>;
  /** Adds a task as part of another. */
  readonly addPart: (task: TaskRow) => Promise<void>;
  readonly assign: (task: TaskRow, personIds: readonly PersonId[]) => Promise<void>;
  readonly remove: (task: TaskRow) => Promise<void>;
};

export function useTaskActions(): TaskActions {
  const save = useSaveTask();
  const assignCall = useTaskWrite(tasks.setAssignees);
  const createCall = useTaskWrite(tasks.create);
  const removeCall = useTaskWrite(tasks.remove);
  const restoreCall = useTaskWrite(tasks.restore);
  const setState = (task: TaskRow, state: TaskState): Promise<void> =>
    told(`“${task.name}” could not be changed.`, async () => {
      const before = task.state;
      if (before === state) return;
      await save(task, { state });
      if (state !== 'done') return;
      notifyDone({
        message: `“${task.name}” is ${taskStateLabels[state].toLowerCase()}`,
        undo: () => setState({ ...task, state }, before),
      });
    });
  const saveAsked = async (task: TaskRow, change: TaskChange): Promise<void> => {
    const moved = mayMoveOthers(change)
      ? await checkMoves([{ kind: 'task', id: task.id, change }])
      : 0;
    await save(task, change);
    if (moved === 0) return;
    const others = formatCount(moved, {
      one: 'other task has moved',
      many: 'other tasks have moved',
    });
    const undo = () => save(task, undoOf(task));
    notifyDone({ message: `“${task.name}” is saved; ${others}`, undo });
  };
  return {
    save: saveAsked,
    setState,
    place: (task, place) => told(`“${task.name}” could not be moved.`, () => save(task, place)),
    addPart: (task) =>
      told(`Nothing could be added to “${task.name}”.`, async () => {
        const body = { projectId: task.project.id, parentId: task.id, name: 'New sub-task' };
        const added = await createCall.mutateAsync({ body });
        const undo = async () => void (await removeCall.mutateAsync({ params: { id: added.id } }));
        notifyDone({ message: `Sub-task added to “${task.name}”`, undo });
      }),
    assign: (task, personIds) =>
      told(`The people on “${task.name}” could not be changed.`, async () => {
        const body = { personIds: [...personIds] };
        const change = { assigneeIds: [...personIds] };
        await checkMoves([{ kind: 'task', id: task.id, change }]);
        await assignCall.mutateAsync({ params: { id: task.id }, body });
      }),
    remove: (task) =>
      told(`“${task.name}” could not be moved to the trash.`, async () => {
        const params = { id: task.id };
        await removeCall.mutateAsync({ params });
        const undo = async () => void (await restoreCall.mutateAsync({ params }));
        notifyDone({ message: `“${task.name}” moved to the trash`, undo });
      }),
  };
}

async function told(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof SaveCancelled) return;
    notifyFailed({ message: error instanceof Error ? `${what} ${error.message}` : what });
  }
}
