import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { StateBlock } from './state-block.tsx';

type EmptyStateProps = {
  readonly icon?: ReactNode;
  /** `No deals yet`. */
  readonly title: string;
  /** What belongs here, in a sentence. */
  readonly children?: ReactNode;
  /** The first step, as a button. */
  readonly actions?: ReactNode;
};

/** An empty page says what belongs here and offers the first step. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <StateBlock icon={icon ?? <IconInbox size={20} stroke={1.6} />} title={title} actions={actions}>
      {children}
    </StateBlock>
  );
}
