import { Button, CopyButton } from '@mantine/core';
import styles from './copy.module.css';

/** A text that is shown once and copied. */
export function CopyBox({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div className={styles['box']}>
      <code className={styles['text']}>{text}</code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" aria-label={`Copy the ${label}`} onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
