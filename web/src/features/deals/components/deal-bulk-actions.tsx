import { type DealRow, deals, type StageView } from '@evenkeel/contract/deals';
import { Button, Menu } from '@mantine/core';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useDealWrite } from '../api.ts';
import { StageItems } from './stage-items.tsx';

type DealBulkActionsProps = {
  readonly deals: readonly DealRow[];
  readonly stages: readonly StageView[];
  readonly onDone: () => void;
};

/** What can be done with several deals at once. */
export function DealBulkActions({ deals: selected, stages, onDone }: DealBulkActionsProps) {
  const move = useDealWrite(deals.move);
  const remove = useDealWrite(deals.remove);
  const restore = useDealWrite(deals.restore);
  const moveAll = async (stage: StageView) => {
    const moving = selected.filter((deal) => deal.stageId !== stage.id);
    const outcomes = await Promise.allSettled(
      moving.map((deal) =>
        move.mutateAsync({
          params: { id: deal.id },
          version: deal.version,
          body: { stageId: stage.id },
        }),
      ),
    );
    report(outcomes, `moved to ${stage.name}`);
    onDone();
  };
  const removeAll = async () => {
    const outcomes = await Promise.allSettled(
      selected.map((deal) => remove.mutateAsync({ params: { id: deal.id } })),
    );
    report(outcomes, 'moved to the trash', async () => {
      await Promise.all(selected.map((deal) => restore.mutateAsync({ params: { id: deal.id } })));
    });
    onDone();
  };
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default">Move to…</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <StageItems
            stages={stages}
            first={selected[0]?.pipelineId}
            onPick={(stage) => void moveAll(stage)}
          />
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" onClick={() => void removeAll()}>
        Delete
      </Button>
    </>
  );
}

function report(
  outcomes: readonly PromiseSettledResult<unknown>[],
  what: string,
  undo?: () => Promise<void>,
): void {
  const failed = outcomes.filter(({ status }) => status === 'rejected').length;
  const succeeded = outcomes.length - failed;
  if (succeeded > 0) {
    notifyDone({
      message: `${succeeded} ${succeeded === 1 ? 'deal' : 'deals'} ${what}`,
      ...(undo ? { undo } : {}),
    });
  }
  if (failed > 0) {
    notifyFailed({
      message: `${failed} could not be ${what}: somebody changed them, or they are handed off.`,
    });
  }
}
