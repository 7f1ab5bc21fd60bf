import { type DealView, deals } from '@evenkeel/contract/deals';
import type { DealId } from '@evenkeel/core/id';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDots, IconTrash } from '@tabler/icons-react';
import { recordNumber } from '../../lib/record-number.ts';
import { useMay } from '../../lib/session.ts';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { notifyDone } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout } from '../../ui/record/record-layout.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { useDeal, useDealWrite, useStages } from './api.ts';
import { DealDemand } from './components/deal-demand.tsx';
import { DealFields } from './components/deal-fields.tsx';
import { DealNextStep } from './components/deal-next-step.tsx';
import { DealTexts } from './components/deal-texts.tsx';
import { StageLabel } from './components/stage-label.tsx';
import { useMoveDeal } from './use-move-deal.tsx';

const list = { label: 'Deals', href: '/deals' };

/** One deal: what is sold, to whom, for how much, and what happens once it is won. */
export function DealPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('dealId') as DealId;
  const found = useDeal(id);
  return (
    <LoadedRecord found={found} noun="deal" list={list}>
      {(deal) => <OpenDeal deal={deal} />}
    </LoadedRecord>
  );
}

function OpenDeal({ deal }: { readonly deal: DealView }) {
  const mayWrite = useMay('write') && deal.deletedAt === null;
  return (
    <Page
      title={deal.name}
      breadcrumbs={[
        list,
        ...(deal.account
          ? [{ label: deal.account.name, href: `/accounts/${deal.account.id}` }]
          : []),
      ]}
      actions={<DealActions deal={deal} mayWrite={mayWrite} />}
    >
      <RecordLayout sideLabel="Facts" side={<DealFields deal={deal} mayWrite={mayWrite} />}>
        <DealNextStep deal={deal} />
        <DealTexts deal={deal} mayWrite={mayWrite} />
        <Section title="Hours sold" note="By role; they become the project's tasks when it is won.">
          <DealDemand key={deal.version} deal={deal} mayWrite={mayWrite} />
        </Section>
        <Section title="History">
          <HistoryPanel root="deal" rootId={deal.id} />
        </Section>
      </RecordLayout>
    </Page>
  );
}

function DealActions({ deal, mayWrite }: { readonly deal: DealView; readonly mayWrite: boolean }) {
  const stages = useStages();
  const { move, dialog } = useMoveDeal(stages);
  const open = useOpen();
  const remove = useDealWrite(deals.remove);
  const restore = useDealWrite(deals.restore);
  const stage = stages.find(({ id }) => id === deal.stageId);
  const undelete = async () => {
    await restore.mutateAsync({ params: { id: deal.id } });
    open(`/deals/${deal.id}`);
  };
  const putAway = async () => {
    await remove.mutateAsync({ params: { id: deal.id } });
    notifyDone({ message: `${deal.name} moved to the trash`, undo: undelete });
    open('/deals');
  };
  if (deal.deletedAt !== null) {
    return <Button onClick={() => void undelete()}>Take out of the trash</Button>;
  }
  return (
    <>
      {dialog}
      <Menu disabled={!mayWrite}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} />}>
            <StageLabel stage={stage} stages={stages} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {stages.map((choice) => (
            <Menu.Item key={choice.id} onClick={() => move(deal, choice)}>
              <StageLabel stage={choice} stages={stages} />
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {mayWrite ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="default"
              px={8}
              aria-label={`More for ${recordNumber('deal', deal.number)}`}
            >
              <IconDots size={16} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void putAway()}>
              Move to the trash
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
