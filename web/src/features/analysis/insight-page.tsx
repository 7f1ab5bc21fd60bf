import { type InsightId, isId } from '@evenkeel/core/id';
import { useEffect } from 'react';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { NotFoundState } from '../../ui/states/not-found-state.tsx';
import { useInsight } from './api.ts';

/** Leads from an insight to its board, where it opens. */
export function InsightPage() {
  const id = usePathParameter('insightId');
  return (
    <Page title="Insight">
      {/* Whatever stands in the address; what is no id names nothing. */}
      {isId(id) ? <OnItsBoard id={id as InsightId} /> : <NoInsight />}
    </Page>
  );
}

function OnItsBoard({ id }: { readonly id: InsightId }) {
  const found = useInsight(id);
  return (
    <Loaded found={found} what="the insight">
      {({ rows }) => {
        const [insight] = rows;
        return insight ? (
          <Lead href={`/analysis/${insight.board.id}?insight=${insight.id}`} />
        ) : (
          <NoInsight />
        );
      }}
    </Loaded>
  );
}

function NoInsight() {
  return <NotFoundState what="This insight" backHref="/analysis" backLabel="All boards" />;
}

function Lead({ href }: { readonly href: string }) {
  const open = useOpen();
  // In its place, so that going back leads past it.
  useEffect(() => open(href, { replace: true }), [open, href]);
  return null;
}
