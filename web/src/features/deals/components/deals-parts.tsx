import { Button } from '@mantine/core';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';

/** List and board of the same deals, and what is figured from them. */
export function dealTabs(active: 'list' | 'board' | 'quotes' | 'forecast' | 'outcomes') {
  return [
    { label: 'List', href: '/deals', active: active === 'list' },
    { label: 'Board', href: '/deals/board', active: active === 'board' },
    { label: 'Quotes', href: '/quotes', active: active === 'quotes' },
    { label: 'Forecast', href: '/deals/forecast', active: active === 'forecast' },
    { label: 'Won and lost', href: '/deals/outcomes', active: active === 'outcomes' },
  ];
}

/** What belongs here, and the first step. */
export function NoDeals({ mayWrite, onAdd }: { mayWrite: boolean; onAdd: () => void }) {
  return (
    <EmptyState
      title="No deals yet"
      actions={
        mayWrite ? (
          <>
            <Button onClick={onAdd}>New deal</Button>
            <Button variant="default" component={AppLink} href="/import">
              Import from CSV
            </Button>
          </>
        ) : null
      }
    >
      A deal is a possible sale: who might buy what, for how much, and how far you have come. Won
      and signed, it becomes a client project without anything being typed again.
    </EmptyState>
  );
}
