import { identity } from '@evenkeel/contract/identity';
import { passwordFault } from '@evenkeel/core/identity/password';
import { useSession } from '../../../lib/session.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { PasswordField } from '../../../ui/form/password-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useIdentityWrite } from '../api.ts';
import styles from './profile.module.css';

/** A new password for the old one; the other sessions end. */
export function PasswordSection() {
  const { user } = useSession();
  const change = useIdentityWrite(identity.changePassword);
  const form = useRecordForm({
    initialValues: { current: '', next: '' },
    validate: {
      current: (current) => (current === '' ? 'Your present password is needed.' : null),
      next: (next) => {
        const fault = passwordFault(next, user.email);
        return fault && `The password ${fault}.`;
      },
    },
    onSubmit: async (body) => {
      await change.mutateAsync({ body });
      form.form.reset();
      notifyDone({ message: 'Password changed. Your other sessions were ended.' });
    },
  });
  return (
    <Section title="Password">
      <div className={styles['narrow']}>
        <FormFrame form={form} submitLabel="Change password">
          <PasswordField label="Present password" kind="current" {...form.field('current')} />
          <PasswordField
            label="New password"
            kind="new"
            description="At least 10 characters. A short sentence is easy to keep."
            {...form.field('next')}
          />
        </FormFrame>
      </div>
    </Section>
  );
}
