import type { InsightId } from '@evenkeel/core/id';
import { useEffect } from 'react';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { NotFoundState } from '../../ui/states/not-found-state.tsx';
import { useInsight } from './api.ts';

/** Leads from an insight to its board, where it opens. */
export function InsightPage() {
  // The route table names the parameter; the server refuses what is no id.
  const found = useInsight(usePathParameter('insightId') as InsightId);
  return (
    <Page title="Insight">
      <Loaded found={found} what="the insight">
        {({ rows }) => {
          const [insight] = rows;
          return insight ? (
            <Lead href={`/analysis/${insight.board.id}?insight=${insight.id}`} />
          ) : (
            <NotFoundState what="This insight" backHref="/analysis" backLabel="All boards" />
          );
        }}
      </Loaded>
    </Page>
  );
}

function Lead({ href }: { readonly href: string }) {
  const open = useOpen();
  useEffect(() => open(href), [open, href]);
  return null;
}
