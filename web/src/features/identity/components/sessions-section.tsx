import { identity, type LoginView } from '@evenkeel/contract/identity';
import { instant } from '@evenkeel/core/instant';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { TimeAgo } from '../../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useIdentityWrite, useLogins } from '../api.ts';
import styles from './profile.module.css';

/** The browsers one is signed in with; each can be ended from here, or all of them. */
export function SessionsSection() {
  const logins = useLogins();
  const [asking, setAsking] = useState(false);
  const endAll = useIdentityWrite(identity.endAllLogins);
  const leave = async () => {
    await endAll.mutateAsync({});
    window.location.replace('/sign-in');
  };
  return (
    <Section title="Where you are signed in">
      <Loaded found={logins} what="your sessions">
        {({ rows }) => (
          <ul className={styles['logins']}>
            {rows.map((login) => (
              <Login key={login.id} login={login} />
            ))}
          </ul>
        )}
      </Loaded>
      <Button className={styles['end-all'] ?? ''} variant="default" onClick={() => setAsking(true)}>
        Sign out everywhere
      </Button>
      <ConfirmDialog
        opened={asking}
        title="Sign out everywhere?"
        confirmLabel="Sign out everywhere"
        onConfirm={leave}
        onCancel={() => setAsking(false)}
      >
        Every browser, this one too, has to sign in again. API tokens keep working.
      </ConfirmDialog>
    </Section>
  );
}

function Login({ login }: { readonly login: LoginView }) {
  const end = useIdentityWrite(identity.endLogin);
  const stop = () =>
    end.mutate(
      { params: { id: login.id } },
      {
        onSuccess: () => notifyDone({ message: `Signed out in ${login.browser}` }),
        onError: (error) => notifyFailed({ message: error.message }),
      },
    );
  return (
    <li className={styles['login']}>
      <div className={styles['login-text']}>
        <div className={styles['login-name']}>{login.browser}</div>
        <div className={styles['login-meta']}>
          {login.isCurrent ? (
            'This browser'
          ) : (
            <TimeAgo moment={login.lastSeenAt} now={instant(new Date().toISOString())} />
          )}
          {login.address ? ` · ${login.address}` : ''}
        </div>
      </div>
      {login.isCurrent ? null : (
        <Button
          size="xs"
          variant="default"
          loading={end.isPending}
          aria-label={`Sign out in ${login.browser}`}
          onClick={stop}
        >
          Sign out
        </Button>
      )}
    </li>
  );
}
