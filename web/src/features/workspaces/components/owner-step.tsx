import { passwordFault } from '@evenkeel/core/identity/password';
import { Entrance } from '../../../ui/entrance/entrance.tsx';
import { EntranceForm } from '../../../ui/entrance/entrance-form.tsx';
import { PasswordField } from '../../../ui/form/password-field.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { setUp } from '../api.ts';
import type { FirmValues } from './firm-step.tsx';

type OwnerStepProps = { readonly firm: FirmValues; readonly onBack: () => void };

/** Who owns the workspace; the button makes both and signs the owner in. */
export function OwnerStep({ firm, onBack }: OwnerStepProps) {
  const form = useRecordForm({
    initialValues: { name: '', email: '', password: '' },
    validate: {
      name: (name) => (name.trim() === '' ? 'Your name is needed.' : null),
      email: (email) => (email.includes('@') ? null : 'Write your e-mail address.'),
      password: (password, { email }) => {
        const fault = passwordFault(password, email);
        return fault && `The password ${fault}.`;
      },
    },
    onSubmit: async (owner) => {
      const { name, currency, timeZone, strategicShareTarget } = firm;
      if (currency === null || timeZone === null || strategicShareTarget === null) return onBack();
      await setUp({ workspace: { name, currency, timeZone, strategicShareTarget }, owner });
      window.location.replace('/welcome');
    },
  });
  return (
    <Entrance
      wide
      step="Step 2 of 2"
      title="You, its owner"
      lead="You sign in with this. Colleagues come by invitation."
      below={
        <button type="button" onClick={onBack}>
          Back to the firm
        </button>
      }
    >
      <EntranceForm form={form} submitLabel={`Make the workspace ${firm.name.trim()}`}>
        <TextField label="Your name" autoComplete="name" autoFocus {...form.field('name')} />
        <TextField label="E-mail" type="email" autoComplete="username" {...form.field('email')} />
        <PasswordField
          label="Password"
          kind="new"
          description="At least 10 characters. A short sentence is easy to keep."
          {...form.field('password')}
        />
      </EntranceForm>
    </Entrance>
  );
}
