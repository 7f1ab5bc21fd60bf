import { Button, CopyButton } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { StateBlock } from './state-block.tsx';
import styles from './states.module.css';

type ErrorStateProps = {
  /** What happened: `The deals could not be loaded`. */
  readonly title: string;
  /** What is safe and what to do: `Nothing was changed. Check the connection and try again.` */
  readonly children?: ReactNode;
  readonly onRetry?: () => void;
  /** Names the request in the server's log. */
  readonly requestId?: string | undefined;
  readonly actions?: ReactNode;
};

/** An error says what happened, what is safe and what to do. */
export function ErrorState({ title, children, onRetry, requestId, actions }: ErrorStateProps) {
  return (
    <StateBlock
      role="alert"
      tone="bad"
      icon={<IconAlertTriangle size={20} stroke={1.6} />}
      title={title}
      actions={
        <>
          {onRetry ? (
            <Button variant="default" leftSection={<IconRefresh size={15} />} onClick={onRetry}>
              Try again
            </Button>
          ) : null}
          {actions}
        </>
      }
    >
      {children ?? <p>Nothing was changed. Try again in a moment.</p>}
      {requestId ? <RequestId id={requestId} /> : null}
    </StateBlock>
  );
}

function RequestId({ id }: { readonly id: string }) {
  return (
    <CopyButton value={id}>
      {({ copied, copy }) => (
        <button type="button" className={styles['request']} onClick={copy}>
          {copied ? 'Copied' : `Request ${id}`}
        </button>
      )}
    </CopyButton>
  );
}
