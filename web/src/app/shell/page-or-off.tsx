import { Button } from '@mantine/core';
import { IconToggleLeft } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { moduleOf, moduleWords } from '../../lib/modules.ts';
import { useMay, useSession } from '../../lib/session.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';

/** The page of the address, or a word that its part of the product is switched off. */
export function PageOrOff({ children }: { readonly children: ReactNode }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { modulesOff } = useSession();
  const mayChange = useMay('administer');
  const module = moduleOf(path);
  if (module === null || !modulesOff.includes(module)) return children;
  const { label, says } = moduleWords[module];
  return (
    <Page title={label}>
      <EmptyState
        icon={<IconToggleLeft size={20} stroke={1.6} />}
        title="Switched off in this workspace"
        actions={
          mayChange ? (
            <Button variant="default" component={AppLink} href="/settings/modules">
              Switch it on
            </Button>
          ) : null
        }
      >
        {says}{' '}
        {mayChange
          ? 'What was kept is still there.'
          : 'An administrator can switch it on; what was kept is still there.'}
      </EmptyState>
    </Page>
  );
}
