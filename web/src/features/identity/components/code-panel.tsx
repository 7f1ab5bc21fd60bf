import { useState } from 'react';
import { Entrance } from '../../../ui/entrance/entrance.tsx';
import { EntranceForm } from '../../../ui/entrance/entrance-form.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { signInWithCode } from '../api.ts';

type CodeStepProps = { readonly onEntered: () => void; readonly onBack: () => void };

/** The second step of signing in: a code of the authenticator app, or one of the backup codes. */
export function CodeStep({ onEntered, onBack }: CodeStepProps) {
  const [kind, setKind] = useState<'authenticator' | 'backup'>('authenticator');
  const form = useRecordForm({
    initialValues: { code: '' },
    validate: { code: (code) => (code.trim().length < 6 ? 'The code is needed.' : null) },
    onSubmit: async ({ code }) => {
      await signInWithCode({ kind, code });
      onEntered();
    },
  });
  const isBackup = kind === 'backup';
  return (
    <Entrance
      title={isBackup ? 'Enter a backup code' : 'Enter your code'}
      lead={
        isBackup
          ? 'Each of the codes you kept works once.'
          : 'Your authenticator app shows six digits for Evenkeel.'
      }
      below={
        <>
          <button type="button" onClick={() => setKind(isBackup ? 'authenticator' : 'backup')}>
            {isBackup ? 'Use the authenticator app' : 'Use a backup code'}
          </button>
          <button type="button" onClick={onBack}>
            Start again
          </button>
        </>
      }
    >
      <EntranceForm form={form} submitLabel="Sign in">
        <TextField
          label={isBackup ? 'Backup code' : 'Code'}
          autoComplete="one-time-code"
          maxLength={20}
          autoFocus
          {...form.field('code')}
        />
      </EntranceForm>
    </Entrance>
  );
}
