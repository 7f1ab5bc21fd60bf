import { type DealView, deals } from '@evenkeel/contract/deals';
import type { DealId } from '@evenkeel/core/id';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useIsOn, useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout, SavedNote } from '../../ui/record/record-layout.tsx';
import { RecordMenu } from '../../ui/record/record-menu.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { RecordTimelinePanel } from '../interactions/components/record-timeline-panel.tsx';
import { PortfolioDecisionPanel } from '../portfolio-choices/components/portfolio-decision-panel.tsx';
import { RecordFactsPanel } from '../record/components/record-facts-panel.tsx';
import { RecordPanel } from '../record/components/record-panel.tsx';
import { useDeal, useDealWrite, useStages } from './api.ts';
import { DealContestPanel } from './components/deal-contest-panel.tsx';
import { DealDemand } from './components/deal-demand.tsx';
import { DealFields } from './components/deal-fields.tsx';
import { DealLinesPanel } from './components/deal-lines-panel.tsx';
import { DealNextStep } from './components/deal-next-step.tsx';
import { DealServedPanel } from './components/deal-served-panel.tsx';
import { DealStakeholdersPanel } from './components/deal-stakeholders-panel.tsx';
import { DealTexts } from './components/deal-texts.tsx';
import { StageItems } from './components/stage-items.tsx';
import { StageLabel } from './components/stage-label.tsx';
import type { DealChange } from './model.ts';
import { DealContractPanel } from './quotes/components/deal-contract-panel.tsx';
import { DealQuotesPanel } from './quotes/components/deal-quotes-panel.tsx';
import { useMoveDeal } from './use-move-deal.tsx';

const list = { label: 'Deals', href: '/deals' };

/** One deal: what is sold, to whom, for how much, and what happens once it is won. */
export function DealPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('dealId') as DealId;
  const found = useDeal(id);
  return (
    <LoadedRecord found={found} noun="deal" list={list}>
      {(deal) => <OpenDeal key={id} deal={deal} />}
    </LoadedRecord>
  );
}

function OpenDeal({ deal }: { readonly deal: DealView }) {
  const update = useDealWrite(deals.update);
  const { save, state } = useSaving<DealChange>(deal.version, (body, version) =>
    update.mutateAsync({ params: { id: deal.id }, version, body }),
  );
  const mayWrite = useMay('write') && deal.deletedAt === null;
  const parts = { deal, mayWrite, save };
  return (
    <Page
      title={deal.name}
      breadcrumbs={[
        list,
        ...(deal.account
          ? [{ label: deal.account.name, href: `/accounts/${deal.account.id}` }]
          : []),
      ]}
      actions={
        <>
          <SavedNote state={state} />
          <StageMenu deal={deal} mayWrite={mayWrite} />
          <DealMenu deal={deal} />
        </>
      }
    >
      <RecordLayout
        sideLabel="Facts"
        side={
          <>
            <DealFields {...parts} />
            <PortfolioDecisionPanel subjectId={deal.id} />
            <RecordFactsPanel
              subject={{ kind: 'deal', id: deal.id }}
              isOpen={deal.deletedAt === null}
            />
          </>
        }
      >
        <DealNextStep deal={deal} />
        <DealTexts {...parts} />
        <DealContestPanel {...parts} />
        {useIsOn('customer-goals') ? <DealServedPanel deal={deal} mayWrite={mayWrite} /> : null}
        <DealStakeholdersPanel deal={deal} mayWrite={mayWrite} />
        {useIsOn('products') ? <DealLinesPanel deal={deal} mayWrite={mayWrite} /> : null}
        <Section title="Hours sold" note="By role; they become the project's tasks when it is won.">
          <DealDemand key={JSON.stringify(deal.demand)} deal={deal} mayWrite={mayWrite} />
        </Section>
        <RecordTimelinePanel
          subject="deal"
          subjectId={deal.id}
          context={{ deal, ...(deal.account ? { account: deal.account } : {}) }}
          mayWrite={mayWrite}
        />
        <RecordPanel subject={{ kind: 'deal', id: deal.id }} isOpen={deal.deletedAt === null} />
        {useIsOn('quotes') ? <DealQuotesPanel deal={deal} mayWrite={mayWrite} /> : null}
        <DealContractPanel deal={deal} mayWrite={mayWrite} />
        <Section title="History">
          <HistoryPanel root="deal" rootId={deal.id} />
        </Section>
      </RecordLayout>
    </Page>
  );
}

function StageMenu({ deal, mayWrite }: { readonly deal: DealView; readonly mayWrite: boolean }) {
  const stages = useStages();
  const { move, dialog } = useMoveDeal(stages);
  const stage = stages.find(({ id }) => id === deal.stageId);
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
          <StageItems stages={stages} first={deal.pipelineId} onPick={(to) => move(deal, to)} />
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function DealMenu({ deal }: { readonly deal: DealView }) {
  const mayWrite = useMay('write');
  const remove = useDealWrite(deals.remove);
  const restore = useDealWrite(deals.restore);
  const params = { id: deal.id };
  return (
    <RecordMenu
      record={{
        ...deal,
        href: `/deals/${deal.id}`,
        listHref: list.href,
        remove: () => remove.mutateAsync({ params }),
        restore: () => restore.mutateAsync({ params }),
      }}
      mayWrite={mayWrite}
    />
  );
}
