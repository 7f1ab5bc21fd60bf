import { type ActionView, actions } from '@evenkeel/contract/actions';
import { problemOf } from '../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { useActionWrite } from './api.ts';

/** Ticking off and taking away, each with Undo. */
export function useActionCalls() {
  const update = useActionWrite(actions.update);
  const remove = useActionWrite(actions.remove);
  const restore = useActionWrite(actions.restore);
  const setDone = (action: ActionView, isDone: boolean) =>
    told(async () => {
      const body = { isDone };
      const params = { id: action.id };
      const saved = await update.mutateAsync({ params, version: action.version, body });
      notifyDone({
        message: isDone ? `Done: ${action.name}` : `Open again: ${action.name}`,
        undo: () =>
          told(async () => {
            const back = { isDone: !isDone };
            await update.mutateAsync({ params, version: saved.version, body: back });
          }),
      });
    });
  const takeAway = (action: ActionView) =>
    told(async () => {
      const params = { id: action.id };
      await remove.mutateAsync({ params });
      notifyDone({
        message: `“${action.name}” moved to the trash`,
        undo: () => told(async () => void (await restore.mutateAsync({ params }))),
      });
    });
  return { setDone, takeAway };
}

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    notifyFailed({ message: problemOf(thrown).title });
  }
}
