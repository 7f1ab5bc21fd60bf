import { portalWords } from '@evenkeel/core/words/portal';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { StateBlock } from '../../ui/states/state-block.tsx';
import { usePortalWords } from './portal-context.ts';
import { isGone } from './problem.ts';

type PortalLoadedProps<Answer> = {
  readonly found: {
    readonly data: Answer | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly children: (answer: Answer) => ReactNode;
};

/** An answer, that it is on its way, or that it did not come: in the reader's language. */
export function PortalLoaded<Answer>({ found, children }: PortalLoadedProps<Answer>) {
  const words = usePortalWords(portalWords);
  // What was hidden while it was open is not shown on: the last answer counts.
  const isOver = isGone(found.error);
  if (found.data !== undefined && !isOver) return children(found.data);
  if (!found.error) return <LoadingState />;
  return (
    <StateBlock
      role="alert"
      title={words(isOver ? 'notFound' : 'failed')}
      actions={
        isOver ? (
          <AppLink href="/portal">{words('back')}</AppLink>
        ) : (
          <Button variant="default" onClick={() => void found.refetch()}>
            {words('tryAgain')}
          </Button>
        )
      }
    >
      {isOver ? <p>{words('notFoundHint')}</p> : null}
    </StateBlock>
  );
}
