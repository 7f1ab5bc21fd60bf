import { portalWords } from '@evenkeel/core/words/portal';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiError } from '../../lib/api-client.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { StateBlock } from '../../ui/states/state-block.tsx';
import { usePortalWords } from './portal-context.ts';

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
  if (found.data !== undefined) return children(found.data);
  if (!found.error) return <LoadingState />;
  const { error } = found;
  const isGone =
    error instanceof ApiError && ['not-found', 'invalid-input'].includes(error.problem.code);
  return (
    <StateBlock
      role="alert"
      title={words(isGone ? 'notFound' : 'failed')}
      actions={
        isGone ? (
          <AppLink href="/portal">{words('back')}</AppLink>
        ) : (
          <Button variant="default" onClick={() => void found.refetch()}>
            {words('tryAgain')}
          </Button>
        )
      }
    >
      {isGone ? <p>{words('notFoundHint')}</p> : null}
    </StateBlock>
  );
}
