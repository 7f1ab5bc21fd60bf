import type { DealId } from '@evenkeel/core/id';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { useDeal } from '../deals/api.ts';
import { WinPreviewPanel } from './components/win-preview-panel.tsx';

/** What changes if we sign this? The balance of the firm before and after winning one deal (B13). */
export function WinPreviewPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('dealId') as DealId;
  const { data: deal, error, refetch } = useDeal(id);
  return (
    <Page
      title="What changes if we sign this?"
      breadcrumbs={[
        { label: 'Deals', href: '/deals' },
        ...(deal ? [{ label: deal.name, href: `/deals/${deal.id}` }] : []),
      ]}
    >
      {deal ? <WinPreviewPanel deal={deal} /> : null}
      {!deal && !error ? <LoadingState what="the deal" shape="record" /> : null}
      {error ? (
        <ErrorState title="The deal could not be loaded" onRetry={() => void refetch()}>
          <p>{error.message}</p>
        </ErrorState>
      ) : null}
    </Page>
  );
}
