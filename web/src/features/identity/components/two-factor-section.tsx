import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../../lib/session.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { BackupCodesModal } from './backup-codes-modal.tsx';
import styles from './profile.module.css';
import { StopTwoFactorModal } from './stop-two-factor-modal.tsx';
import { TwoFactorModal } from './two-factor-modal.tsx';

/** Two-step sign-in: on or off, and new backup codes. */
export function TwoFactorSection() {
  const { user } = useSession();
  const [open, setOpen] = useState<'start' | 'stop' | 'codes' | null>(null);
  const close = () => setOpen(null);
  return (
    <Section title="Two-step sign-in">
      <p className={styles['state']}>
        <ProgressGlyph shape={user.hasTwoFactor ? 'done' : 'dashed'} />
        {user.hasTwoFactor ? 'On' : 'Off'}
      </p>
      <p className={styles['text']}>
        {user.hasTwoFactor
          ? 'After your password you are asked for a code of your authenticator app.'
          : 'With a code of an authenticator app after your password, a stolen password alone opens nothing.'}
      </p>
      {user.hasTwoFactor ? (
        <div className={styles['row']}>
          <Button variant="default" onClick={() => setOpen('codes')}>
            New backup codes
          </Button>
          <Button variant="default" onClick={() => setOpen('stop')}>
            Switch off
          </Button>
        </div>
      ) : (
        <Button variant="default" onClick={() => setOpen('start')}>
          Set up
        </Button>
      )}
      {open === 'start' ? <TwoFactorModal onClose={close} /> : null}
      {open === 'stop' ? <StopTwoFactorModal onClose={close} /> : null}
      {open === 'codes' ? <BackupCodesModal onClose={close} /> : null}
    </Section>
  );
}
