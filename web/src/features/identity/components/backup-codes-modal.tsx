import { identity } from '@evenkeel/contract/identity';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { PasswordField } from '../../../ui/form/password-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useIdentityWrite } from '../api.ts';
import { BackupCodes } from './backup-codes.tsx';

/** New backup codes in place of the old ones. */
export function BackupCodesModal({ onClose }: { readonly onClose: () => void }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const renew = useIdentityWrite(identity.renewBackupCodes);
  const form = useRecordForm({
    initialValues: { password: '' },
    validate: { password: (password) => (password === '' ? 'Your password is needed.' : null) },
    onSubmit: async (body) => setCodes((await renew.mutateAsync({ body })).backupCodes),
  });
  return (
    <Modal opened onClose={onClose} title="New backup codes" size={460}>
      {codes ? (
        <BackupCodes codes={codes} onKept={onClose} />
      ) : (
        <FormFrame form={form} submitLabel="Make new codes" onCancel={onClose}>
          <PasswordField
            label="Your password"
            kind="current"
            description="The old codes stop working."
            autoFocus
            {...form.field('password')}
          />
        </FormFrame>
      )}
    </Modal>
  );
}
