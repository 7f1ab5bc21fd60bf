import { portalLanguage } from '@evenkeel/core/words/language';
import { portalWords } from '@evenkeel/core/words/portal';
import { say } from '@evenkeel/core/words/words';
import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { viewedAs } from '../../lib/view-as.ts';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { StateBlock } from '../../ui/states/state-block.tsx';
import { useVisitor } from '../identity/api.ts';
import { usePortalEvents, usePortalSession } from './api.ts';
import styles from './portal.module.css';
import { PortalBar } from './portal-bar.tsx';
import { PortalContext } from './portal-context.ts';
import { PreviewBanner } from './preview-banner.tsx';
import { useFace } from './use-face.ts';
import { useNamedRecord } from './use-named-record.ts';

/** The frame round every page of the portal: the firm, the reader, and nothing of the firm's own screens. */
export function PortalFrame({ children }: { readonly children: ReactNode }) {
  const visitor = useVisitor();
  const isReader = visitor.data?.member?.role === 'client' || viewedAs() !== null;
  const found = usePortalSession(isReader);
  const isStranger = visitor.data !== undefined && !isReader;
  const session = found.data;
  useFace(session?.firm);
  useEffect(() => {
    if (isStranger) window.location.replace(entrance(visitor.data?.member !== null));
  }, [isStranger, visitor.data]);
  useEffect(() => {
    if (session) document.documentElement.lang = session.language;
  }, [session]);
  usePortalEvents(session !== undefined && !session.isPreview);
  useNamedRecord();

  if (!session) {
    if (!found.error || !isReader) return <LoadingState />;
    return <PortalFailure onRetry={() => void found.refetch()} />;
  }
  return (
    <PortalContext value={session}>
      <div className={styles['frame']}>
        {session.isPreview ? <PreviewBanner /> : null}
        <PortalBar workspaces={visitor.data?.workspaces ?? []} />
        <main className={styles['main']}>{children}</main>
      </div>
    </PortalContext>
  );
}

/** A member of the firm has pages of their own; anybody else comes in by the portal's door. */
function entrance(isMember: boolean): string {
  if (isMember) return '/';
  const here = `${window.location.pathname}${window.location.search}`;
  return `/portal/sign-in?next=${encodeURIComponent(here)}`;
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
