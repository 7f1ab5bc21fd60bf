import { type TaskRow, tasks } from '@evenkeel/contract/tasks';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { useTaskWrite } from '../tasks/api.ts';

/** Shows a task or milestone to the client, or hides it, with a way back (CL-14). Its day is a promise then. */
export function useClientSight(rows: readonly TaskRow[]): (id: string) => void {
  const bulk = useTaskWrite(tasks.bulk);
  const set = (task: TaskRow, isClientVisible: boolean) =>
    bulk.mutateAsync({ body: { ids: [task.id], change: { isClientVisible } } });
  const flip = async (task: TaskRow) => {
    const isSeen = !task.isClientVisible;
    try {
      await set(task, isSeen);
      notifyDone({
        message: isSeen
          ? `The client sees “${task.name}” and its day`
          : `The client does not see “${task.name}” any more`,
        undo: async () => {
          await set(task, !isSeen);
        },
      });
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not saved.' });
    }
  };
  return (id) => {
    const task = rows.find((row) => row.id === id);
    if (task) void flip(task);
  };
}
