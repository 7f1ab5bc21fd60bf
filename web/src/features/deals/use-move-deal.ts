import { type DealRow, deals, type StageView } from '@evenkeel/contract/deals';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { useDealWrite } from './api.ts';

/** Moves a deal to a stage, says so, and offers to move it back. */
export function useMoveDeal(stages: readonly StageView[]) {
  const move = useDealWrite(deals.move);
  const run = async (deal: DealRow, stage: StageView): Promise<void> => {
    const before = stages.find(({ id }) => id === deal.stageId);
    try {
      const moved = await move.mutateAsync({
        params: { id: deal.id },
        version: deal.version,
        body: { stageId: stage.id },
      });
      notifyDone({
        message: `${deal.name} moved to ${stage.name}`,
        ...(before ? { undo: () => run({ ...deal, ...moved }, before) } : {}),
      });
    } catch (error) {
      notifyFailed({
        message: error instanceof Error ? error.message : `${deal.name} could not be moved.`,
      });
    }
  };
  return run;
}
