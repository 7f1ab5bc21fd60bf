import { portalLanguage } from '@evenkeel/core/words/language';
import { portalWords } from '@evenkeel/core/words/portal';
import { say } from '@evenkeel/core/words/words';
import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { StateBlock } from '../../ui/states/state-block.tsx';
import { signOut, useVisitor } from '../identity/api.ts';
import { usePortalSession } from './api.ts';
import styles from './portal.module.css';
import { PortalContext } from './portal-context.ts';

/** The frame round every page of the portal: the firm, the reader, and nothing of the firm's own screens. */
export function PortalFrame({ children }: { readonly children: ReactNode }) {
  const visitor = useVisitor();
  const isClient = visitor.data?.member?.role === 'client';
  const found = usePortalSession();
  const isStranger = visitor.data !== undefined && !isClient;
  useEffect(() => {
    if (isStranger) window.location.replace('/sign-in?next=/portal');
  }, [isStranger]);
  useEffect(() => {
    if (found.data) document.documentElement.lang = found.data.language;
  }, [found.data]);

  if (!isClient || !found.data) {
    if (!found.error || !isClient) return <LoadingState />;
    return <PortalFailure onRetry={() => void found.refetch()} />;
  }
  const words = say(portalWords, found.data.language);
  return (
    <PortalContext value={found.data}>
      <div className={styles['frame']}>
        <header className={styles['head']}>
          <AppLink href="/portal" className={styles['firm']}>
            {found.data.firm.name}
          </AppLink>
          <span className={styles['reader']}>{found.data.member.name}</span>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void leave()}>
            {words('signOut')}
          </Button>
        </header>
        <main className={styles['main']}>{children}</main>
      </div>
    </PortalContext>
  );
}

/** In the browser's own language: the reader's is not known yet. */
function PortalFailure({ onRetry }: { readonly onRetry: () => void }) {
  const words = say(portalWords, portalLanguage(navigator.language));
  return (
    <StateBlock
      role="alert"
      tone="bad"
      title={words('failed')}
      actions={
        <Button variant="default" onClick={onRetry}>
          {words('tryAgain')}
        </Button>
      }
    />
  );
}

async function leave(): Promise<void> {
  await signOut();
  window.location.replace('/sign-in');
}
