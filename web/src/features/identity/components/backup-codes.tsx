import { Button, CopyButton } from '@mantine/core';
import styles from './profile.module.css';

type BackupCodesProps = { readonly codes: readonly string[]; readonly onKept: () => void };

/** The codes for the day the phone is gone; shown this once. */
export function BackupCodes({ codes, onKept }: BackupCodesProps) {
  return (
    <>
      <p className={styles['text']}>
        Keep these codes where you keep your passwords. Each signs you in once when your phone is
        not at hand. They are not shown again.
      </p>
      <ul className={styles['backup-codes']} aria-label="Backup codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles['row']}>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy all'}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onKept}>I have kept them</Button>
      </div>
    </>
  );
}
