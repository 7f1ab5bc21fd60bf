import { identity } from '@evenkeel/contract/identity';
import { useState } from 'react';
import { useSession } from '../../../lib/session.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { PasswordField } from '../../../ui/form/password-field.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { Section } from '../../../ui/page/section.tsx';
import { useIdentityWrite } from '../api.ts';
import styles from './profile.module.css';

/** Another address to sign in with; it counts once the link that goes to it has been opened. */
export function EmailSection() {
  const { user } = useSession();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const request = useIdentityWrite(identity.requestEmailChange);
  const form = useRecordForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (email.includes('@') ? null : 'Write the new e-mail address.'),
      password: (password) => (password === '' ? 'Your present password is needed.' : null),
    },
    onSubmit: async (body) => {
      await request.mutateAsync({ body });
      form.form.reset();
      setSentTo(body.email.trim());
    },
  });
  return (
    <Section title="E-mail" note={user.email}>
      <div className={styles['narrow']}>
        {sentTo === null ? null : (
          <p className={styles['text']} role="status">
            A link is on its way to {sentTo}. Your address changes once you open it; it works for
            one hour.
          </p>
        )}
        <FormFrame form={form} submitLabel="Send the link">
          <TextField
            label="New e-mail"
            type="email"
            autoComplete="email"
            {...form.field('email')}
          />
          <PasswordField label="Your password" kind="current" {...form.field('password')} />
        </FormFrame>
      </div>
    </Section>
  );
}
