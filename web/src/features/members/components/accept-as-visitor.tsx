import type { InvitationOffer } from '@evenkeel/contract/members';
import { passwordFault } from '@evenkeel/core/identity/password';
import { EntranceForm } from '../../../ui/entrance/entrance-form.tsx';
import { PasswordField } from '../../../ui/form/password-field.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { acceptOffer } from '../api.ts';

type AcceptProps = { readonly token: string; readonly offer: InvitationOffer };

/** Somebody new: a name and a password make the login. */
export function AcceptAsVisitor({ token, offer }: AcceptProps) {
  const form = useRecordForm({
    initialValues: { name: '', password: '' },
    validate: {
      name: (name) => (name.trim() === '' ? 'Your name is needed.' : null),
      password: (password) => {
        const fault = passwordFault(password, offer.email);
        return fault && `The password ${fault}.`;
      },
    },
    onSubmit: async (login) => {
      await acceptOffer({ token, login });
      window.location.replace('/');
    },
  });
  return (
    <EntranceForm form={form} submitLabel="Join">
      <TextField label="Your name" autoComplete="name" autoFocus {...form.field('name')} />
      <PasswordField
        label="Password"
        kind="new"
        description="At least 10 characters. A short sentence is easy to keep."
        {...form.field('password')}
      />
    </EntranceForm>
  );
}
