import type { DealId } from '@evenkeel/core/id';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { NotFoundState } from '../../ui/states/not-found-state.tsx';
import { useDeal } from '../deals/api.ts';
import { WinPreviewPanel } from './components/win-preview-panel.tsx';
import { TryScenarioLink } from './scenarios/components/try-scenario-link.tsx';

/** What changes if we sign this? The balance of the firm before and after winning one deal (B13). */
export function WinPreviewPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('dealId') as DealId;
  const found = useDeal(id);
  const deal = found.data;
  return (
    <Page
      title="What changes if we sign this?"
      actions={<TryScenarioLink facts={{ kind: 'win-deal', dealId: id }} />}
      breadcrumbs={[
        { label: 'Deals', href: '/deals' },
        ...(deal ? [{ label: deal.name, href: `/deals/${deal.id}` }] : []),
      ]}
    >
      <Loaded
        found={found}
        what="the deal"
        shape="record"
        missing={<NotFoundState what="This deal" backHref="/deals" backLabel="Go to Deals" />}
      >
        {(loaded) => <WinPreviewPanel deal={loaded} />}
      </Loaded>
    </Page>
  );
}
