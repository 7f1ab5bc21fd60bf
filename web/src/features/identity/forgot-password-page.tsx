import { useState } from 'react';
import { Entrance } from '../../ui/entrance/entrance.tsx';
import { EntranceForm } from '../../ui/entrance/entrance-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useRecordForm } from '../../ui/form/use-record-form.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { requestReset } from './api.ts';

/** Asks for a mail with a link. The answer is the same whether or not there is such a login. */
export function ForgotPasswordPage() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useRecordForm({
    initialValues: { email: '' },
    validate: {
      email: (email) => (email.includes('@') ? null : 'Write your e-mail address.'),
    },
    onSubmit: async ({ email }) => {
      await requestReset(email);
      setSentTo(email.trim());
    },
  });
  const below = <AppLink href="/sign-in">Back to signing in</AppLink>;
  if (sentTo !== null) {
    return (
      <Entrance
        title="Look into your mail"
        lead={
          <p role="status">
            If there is a login for {sentTo}, a link to choose a new password is on its way. It
            works once, for one hour.
          </p>
        }
        below={below}
      />
    );
  }
  return (
    <Entrance
      title="Forgot your password?"
      lead="We send you a link to choose a new one."
      below={below}
    >
      <EntranceForm form={form} submitLabel="Send the link">
        <TextField
          label="E-mail"
          type="email"
          autoComplete="username"
          autoFocus
          {...form.field('email')}
        />
      </EntranceForm>
    </Entrance>
  );
}
