import type { PortfolioChoiceView } from '@evenkeel/contract/portfolio-choices';
import { formatCount } from '../../ui/format/number.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { useCancelRun, useRunChoice, useTakeBack, useUpdateChoice } from './api.ts';

/** What is done with a choice as a whole, with what is said afterwards. */
export function useChoiceCalls(choice: PortfolioChoiceView) {
  const run = useRunChoice();
  const cancel = useCancelRun();
  const update = useUpdateChoice();
  const takeBack = useTakeBack();
  const params = { id: choice.id };
  const onError = (error: Error) => notifyFailed({ message: error.message });
  const putAway = (isPutAway: boolean) =>
    update.mutate(
      { params, version: choice.version, body: { isPutAway } },
      {
        onError,
        onSuccess: () => notifyDone({ message: isPutAway ? 'Put away' : 'Taken up again' }),
      },
    );
  return {
    isBusy: run.isPending || takeBack.isPending,
    isStopping: cancel.isPending,
    run: (body: { readonly seconds?: number }) => run.mutate({ params, body }, { onError }),
    stop: () => cancel.mutate({ params }, { onError }),
    putAway,
    takeBack: () =>
      takeBack.mutate(
        { params },
        {
          onError,
          onSuccess: ({ takenBack, changedSince }) =>
            notifyDone({ message: takenBackWords(takenBack, changedSince) }),
        },
      ),
  };
}

function takenBackWords(takenBack: number, changedSince: number): string {
  const done = `${formatCount(takenBack, { one: 'decision', many: 'decisions' })} taken back`;
  if (changedSince === 0) return done;
  return `${done}; ${changedSince} left, since somebody changed them`;
}
