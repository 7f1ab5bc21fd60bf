import { CloseButton } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { dismissHint, isHintDismissed } from './dismissed-hints.ts';
import styles from './hint.module.css';

type HintProps = {
  /** Remembers that this one has been put away, in this browser. */
  readonly id: string;
  /** One or two sentences that teach a word or a habit where it is needed. */
  readonly children: ReactNode;
};

/** Teaches in place: a quiet line that goes away for good when it is closed. */
export function Hint({ id, children }: HintProps) {
  const [dismissed, setDismissed] = useState(() => isHintDismissed(id));
  if (dismissed) return null;
  return (
    <aside className={styles['hint']} aria-label="Good to know">
      <IconBulb size={16} stroke={1.7} className={styles['icon']} aria-hidden />
      <p className={styles['text']}>{children}</p>
      <CloseButton
        size="sm"
        className={styles['close'] ?? ''}
        aria-label="Got it, do not show this again"
        onClick={() => {
          dismissHint(id);
          setDismissed(true);
        }}
      />
    </aside>
  );
}
