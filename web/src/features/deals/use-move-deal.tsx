import { type DealRow, deals, type StageView } from '@evenkeel/contract/deals';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { type ReactNode, useState } from 'react';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { useDealWrite } from './api.ts';
import { LostDialog, WonDialog } from './components/decide-dialogs.tsx';
import type { ReasonId } from './components/reason-picker.tsx';

type Decision = {
  readonly contractSignedOn?: CalendarDate | null;
  readonly reasonId?: ReasonId | null;
  readonly lostReason?: string;
};

export type MoveDeal = {
  /** Moves a deal; a stage that decides it first asks what has to be known then. */
  readonly move: (deal: DealRow, stage: StageView) => void;
  /** Has to be rendered somewhere on the page. */
  readonly dialog: ReactNode;
};

/** Moves deals between stages, says so, and offers to move them back. */
export function useMoveDeal(stages: readonly StageView[]): MoveDeal {
  const write = useDealWrite(deals.move);
  const [asked, setAsked] = useState<{ deal: DealRow; stage: StageView } | null>(null);
  const run = async (deal: DealRow, stage: StageView, decision: Decision = {}): Promise<void> => {
    const before = stages.find(({ id }) => id === deal.stageId);
    try {
      const moved = await write.mutateAsync({
        params: { id: deal.id },
        version: deal.version,
        body: { stageId: stage.id, ...decision },
      });
      const undo = () =>
        run({ ...deal, ...moved }, before ?? stage, {
          contractSignedOn: deal.contractSignedOn,
          reasonId: deal.reason?.id ?? null,
        });
      notifyDone({
        message: `${deal.name} moved to ${stage.name}`,
        ...(before ? { undo } : {}),
      });
    } catch (error) {
      notifyFailed({
        message: error instanceof Error ? error.message : `${deal.name} could not be moved.`,
      });
    }
  };
  const close = () => setAsked(null);
  const decide = (decision: Decision) => {
    close();
    if (asked) void run(asked.deal, asked.stage, decision);
  };
  return {
    move: (deal, stage) => {
      if (stage.id === deal.stageId) return;
      if (stage.outcome === 'open') void run(deal, stage);
      else setAsked({ deal, stage });
    },
    dialog:
      asked?.stage.outcome === 'won' ? (
        <WonDialog deal={asked.deal} onClose={close} onDecide={decide} />
      ) : asked ? (
        <LostDialog deal={asked.deal} onClose={close} onDecide={decide} />
      ) : null,
  };
}
