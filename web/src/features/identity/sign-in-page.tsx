import { useEffect, useState } from 'react';
import { nextAddress } from '../../lib/next-address.ts';
import { Entrance } from '../../ui/entrance/entrance.tsx';
import { EntranceForm } from '../../ui/entrance/entrance-form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useRecordForm } from '../../ui/form/use-record-form.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { signIn, useVisitor } from './api.ts';
import { CodeStep } from './components/code-panel.tsx';
import { NoWorkspace } from './components/no-workspace.tsx';

/** The whole page is loaded anew: whatever an earlier session kept in memory is gone. */
function enter(): void {
  window.location.replace(nextAddress(window.location.search));
}

/** E-mail and password, then a code where two-step sign-in is on. */
export function SignInPage() {
  const [needsCode, setNeedsCode] = useState(false);
  const visitor = useVisitor();
  const isSetUpNeeded = visitor.data?.isSetUpNeeded ?? false;
  const isIn = Boolean(visitor.data?.user && visitor.data.workspace);
  useEffect(() => {
    if (isSetUpNeeded) window.location.replace('/set-up');
    else if (isIn) enter();
  }, [isSetUpNeeded, isIn]);
  const form = useRecordForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (email.trim() === '' ? 'Your e-mail address is needed.' : null),
      password: (password) => (password === '' ? 'Your password is needed.' : null),
    },
    onSubmit: async (values) => {
      const { needsSecondFactor } = await signIn(values);
      if (needsSecondFactor) setNeedsCode(true);
      else enter();
    },
  });
  if (visitor.data?.user && !isIn) return <NoWorkspace email={visitor.data.user.email} />;
  if (needsCode) return <CodeStep onEntered={enter} onBack={() => setNeedsCode(false)} />;
  return (
    <Entrance
      title="Sign in"
      below={
        <>
          <AppLink href="/forgot-password">Forgot your password?</AppLink>
          {visitor.data?.isSignUpOpen ? <AppLink href="/set-up">Make a workspace</AppLink> : null}
        </>
      }
    >
      <EntranceForm form={form} submitLabel="Sign in">
        <TextField
          label="E-mail"
          type="email"
          autoComplete="username"
          autoFocus
          {...form.field('email')}
        />
        <PasswordField label="Password" kind="current" {...form.field('password')} />
      </EntranceForm>
    </Entrance>
  );
}
