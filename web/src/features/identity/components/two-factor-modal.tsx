import { identity } from '@evenkeel/contract/identity';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { PasswordField } from '../../../ui/form/password-field.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useIdentityWrite } from '../api.ts';
import { typedSecret } from '../model.ts';
import { BackupCodes } from './backup-codes.tsx';
import styles from './profile.module.css';
import { QrCode } from './qr-code.tsx';

type Started = { readonly uri: string; readonly backupCodes: readonly string[] };

/** Password, then the key for the app with a first code, then the backup codes to keep. */
export function TwoFactorModal({ onClose }: { readonly onClose: () => void }) {
  const [started, setStarted] = useState<Started | null>(null);
  const [isOn, setIsOn] = useState(false);
  return (
    <Modal opened onClose={onClose} title="Set up two-step sign-in" size={520}>
      {started === null ? <PasswordStep onDone={setStarted} onCancel={onClose} /> : null}
      {started && !isOn ? (
        <KeyStep uri={started.uri} onDone={() => setIsOn(true)} onCancel={onClose} />
      ) : null}
      {started && isOn ? <BackupCodes codes={started.backupCodes} onKept={onClose} /> : null}
    </Modal>
  );
}

function PasswordStep(props: {
  readonly onDone: (started: Started) => void;
  readonly onCancel: () => void;
}) {
  const start = useIdentityWrite(identity.startTwoFactor);
  const form = useRecordForm({
    initialValues: { password: '' },
    validate: { password: (password) => (password === '' ? 'Your password is needed.' : null) },
    onSubmit: async (body) => props.onDone(await start.mutateAsync({ body })),
  });
  return (
    <FormFrame form={form} submitLabel="Continue" onCancel={props.onCancel}>
      <PasswordField
        label="Your password"
        kind="current"
        description="So that nobody else does this on an open screen."
        autoFocus
        {...form.field('password')}
      />
    </FormFrame>
  );
}

function KeyStep(props: {
  readonly uri: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const confirm = useIdentityWrite(identity.confirmTwoFactor);
  const form = useRecordForm({
    initialValues: { code: '' },
    validate: { code: (code) => (code.trim().length < 6 ? 'The code has six digits.' : null) },
    onSubmit: async (body) => {
      await confirm.mutateAsync({ body });
      props.onDone();
      notifyDone({ message: 'Two-step sign-in is on' });
    },
  });
  return (
    <FormFrame form={form} submitLabel="Switch on" onCancel={props.onCancel}>
      <div className={styles['set-up']}>
        <QrCode
          text={props.uri}
          label="Key for the authenticator app, as a QR code"
          className={styles['code'] ?? ''}
        />
        <div className={styles['set-up-text']}>
          <p>Scan this with your authenticator app, or type the key:</p>
          <code className={styles['secret']}>{typedSecret(props.uri)}</code>
          <TextField
            label="Code the app shows"
            autoComplete="one-time-code"
            maxLength={10}
            {...form.field('code')}
          />
        </div>
      </div>
    </FormFrame>
  );
}
