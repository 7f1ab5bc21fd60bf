import { identity } from '@evenkeel/contract/identity';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { PasswordField } from '../../../ui/form/password-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useIdentityWrite } from '../api.ts';

/** Switches two-step sign-in off, with the password. */
export function StopTwoFactorModal({ onClose }: { readonly onClose: () => void }) {
  const stop = useIdentityWrite(identity.stopTwoFactor);
  const form = useRecordForm({
    initialValues: { password: '' },
    validate: { password: (password) => (password === '' ? 'Your password is needed.' : null) },
    onSubmit: async (body) => {
      await stop.mutateAsync({ body });
      notifyDone({ message: 'Two-step sign-in is off' });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title="Switch two-step sign-in off?"
      submitLabel="Switch off"
      size={420}
      form={form}
      onClose={onClose}
    >
      <PasswordField
        label="Your password"
        kind="current"
        description="The key in your authenticator app and the backup codes stop working."
        autoFocus
        {...form.field('password')}
      />
    </FormModal>
  );
}
