import { type DealRow, deals, type StageView } from '@evenkeel/contract/deals';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { Button, Menu } from '@mantine/core';
import { DateField } from '../../../ui/form/date-field.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { BulkEditPanel, bulkField } from '../../bulk/components/bulk-edit-panel.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { useDealWrite } from '../api.ts';
import { StageItems } from './stage-items.tsx';

type DealBulkActionsProps = {
  readonly deals: readonly DealRow[];
  readonly stages: readonly StageView[];
  readonly onDone: () => void;
};

const noun = { one: 'deal', many: 'deals' };

/** What can be set on several deals at once. */
const bulkFields = [
  bulkField<DealRow, PickedPerson | null>('deal', {
    label: 'Owner',
    empty: null,
    read: (row) => row.owner,
    change: (person) => ({ ownerId: person?.id ?? null }),
    editor: (field) => <PersonPicker {...field} />,
  }),
  bulkField<DealRow, CalendarDate | null>('deal', {
    label: 'Close',
    empty: null,
    read: (row) => row.closeOn,
    change: (closeOn) => ({ closeOn }),
    editor: (field) => <DateField {...field} />,
  }),
];

/** What can be done with several deals at once. */
export function DealBulkActions({ deals: selected, stages, onDone }: DealBulkActionsProps) {
  const move = useDealWrite(deals.move);
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
      <BulkEditPanel kind="deal" noun={noun} rows={selected} fields={bulkFields} onDone={onDone} />
    </>
  );
}

function report(outcomes: readonly PromiseSettledResult<unknown>[], what: string): void {
  const failed = outcomes.filter(({ status }) => status === 'rejected').length;
  const succeeded = outcomes.length - failed;
  if (succeeded > 0) {
    notifyDone({
      message: `${succeeded} ${succeeded === 1 ? 'deal' : 'deals'} ${what}`,
    });
  }
  if (failed > 0) {
    notifyFailed({
      message: `${failed} could not be ${what}: somebody changed them, or they are handed off.`,
    });
  }
}
