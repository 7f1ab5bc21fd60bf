import { passwordFault } from '@evenkeel/core/identity/password';
import { useState } from 'react';
import { Entrance } from '../../ui/entrance/entrance.tsx';
import { EntranceForm } from '../../ui/entrance/entrance-form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { useRecordForm } from '../../ui/form/use-record-form.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { resetPassword } from './api.ts';

/** Behind the link of the mail: the secret stands after the hash, where no server log sees it. */
export function ResetPasswordPage() {
  const [isDone, setIsDone] = useState(false);
  const token = window.location.hash.slice(1);
  const form = useRecordForm({
    initialValues: { password: '' },
    validate: {
      password: (password) => {
        const fault = passwordFault(password, '');
        return fault && `The password ${fault}.`;
      },
    },
    onSubmit: async ({ password }) => {
      await resetPassword({ token, password });
      setIsDone(true);
    },
  });
  const below = <AppLink href="/sign-in">Go to signing in</AppLink>;
  if (isDone) {
    return (
      <Entrance
        title="Your password is changed"
        lead={<p role="status">You were signed out everywhere. Sign in with the new password.</p>}
        below={below}
      />
    );
  }
  if (token === '') {
    return (
      <Entrance
        title="This link is not complete"
        lead="Open the link from the mail again, or ask for a new one."
        below={<AppLink href="/forgot-password">Ask for a new link</AppLink>}
      />
    );
  }
  return (
    <Entrance title="Choose a new password" below={below}>
      <EntranceForm form={form} submitLabel="Change the password">
        <PasswordField
          label="New password"
          kind="new"
          description="At least 10 characters. A short sentence is easy to keep."
          autoFocus
          {...form.field('password')}
        />
      </EntranceForm>
    </Entrance>
  );
}
