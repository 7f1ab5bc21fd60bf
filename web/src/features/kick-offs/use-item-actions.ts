import { type KickOffItemView, kickOffs } from '@evenkeel/contract/kick-offs';
import type { ProjectId } from '@evenkeel/core/id';
import { problemOf } from '../../ui/form/problem.ts';
import { readerToday } from '../../ui/format/date.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { useKickOffWrite } from './api.ts';
import { draftOf } from './model.ts';

/** What is done to an item where it stands; each can be undone. */
export function useItemActions(projectId: ProjectId) {
  const update = useKickOffWrite(kickOffs.updateItem);
  const remove = useKickOffWrite(kickOffs.removeItem);
  const add = useKickOffWrite(kickOffs.addItem);
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  const write = (
    item: KickOffItemView,
    change: Partial<ReturnType<typeof draftOf>>,
    message: string | null,
  ) =>
    attempt(async () => {
      const params = { id: item.id };
      const next = await update.mutateAsync({ params, version: item.version, body: change });
      if (message === null) return;
      const { side, proof, dutyId, ...before } = draftOf(item);
      const names = Object.keys(change);
      const body = Object.fromEntries(
        Object.entries(before).filter(([name]) => names.includes(name)),
      );
      notifyDone({
        message,
        undo: async () => {
          await update.mutateAsync({ params, version: next.version, body });
        },
      });
    });
  return {
    tick: (item: KickOffItemView) =>
      write(
        item,
        { doneOn: item.isDone ? null : readerToday() },
        item.isDone ? 'Open again' : 'Done',
      ),
    show: (item: KickOffItemView) =>
      write(
        item,
        { isClientVisible: !item.isClientVisible },
        item.isClientVisible ? 'Hidden from the client' : 'The client sees it',
      ),
    remove: (item: KickOffItemView) =>
      attempt(async () => {
        await remove.mutateAsync({ params: { id: item.id } });
        notifyDone({
          message: `“${item.name}” was taken off`,
          undo: async () => {
            // The day of a client duty stands on the duty.
            const { dueOn, ...draft } = draftOf(item);
            const body = item.duty ? draft : { ...draft, dueOn };
            await add.mutateAsync({ params: { id: projectId }, body });
          },
        });
      }),
  };
}
