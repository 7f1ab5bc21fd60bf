import type { LevellingView } from '@evenkeel/contract/levelling';
import type { TaskId } from '@evenkeel/core/id';
import { formatCount } from '../../ui/format/number.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { useAcceptLevelling, useDiscardLevelling, useUndoLevelling } from './api.ts';

const noun = { one: 'task', many: 'tasks' };

/** What can be decided on a plan, each with its notice and its way back. */
export function useDecisions(run: LevellingView) {
  const accept = useAcceptLevelling();
  const undo = useUndoLevelling();
  const discard = useDiscardLevelling();
  const params = { id: run.id };
  const onError = (error: Error) => notifyFailed({ message: error.message });
  const takeBack = () =>
    undo.mutate(
      { params },
      {
        onError,
        onSuccess: ({ takenBack, changedSince }) =>
          notifyDone({
            message: `${formatCount(takenBack, noun)} back on former days${skipped(changedSince)}`,
          }),
      },
    );
  return {
    isBusy: accept.isPending || undo.isPending || discard.isPending,
    accept: (taskIds: readonly TaskId[] | null) =>
      accept.mutate(
        { params, body: taskIds === null ? {} : { taskIds: [...taskIds] } },
        {
          onError,
          onSuccess: ({ accepted, changedSince }) =>
            notifyDone({
              message: `${formatCount(accepted, noun)} moved${skipped(changedSince)}`,
              undo: takeBack,
            }),
        },
      ),
    undo: takeBack,
    discard: (isDiscarded: boolean) =>
      discard.mutate(
        { params, body: { isDiscarded } },
        {
          onError,
          onSuccess: () =>
            notifyDone({ message: isDiscarded ? 'The plan is put away' : 'The plan is back' }),
        },
      ),
  };
}

function skipped(count: number): string {
  return count === 0 ? '' : `; ${formatCount(count, noun)} left as somebody changed them since`;
}
