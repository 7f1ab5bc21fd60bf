import type { InvitationOffer } from '@evenkeel/contract/members';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Problem, problemOf } from '../../../ui/form/problem.ts';
import { ProblemSummary } from '../../../ui/form/problem-summary.tsx';
import { LoadingState } from '../../../ui/states/loading-state.tsx';
import { signOut, useVisitor } from '../../identity/api.ts';
import { acceptOffer } from '../api.ts';
import styles from './members.module.css';

type AcceptProps = { readonly token: string; readonly offer: InvitationOffer };

/** Somebody with a login: signed in with the invited address, one button; else to signing in. */
export function AcceptSignedIn({ token, offer }: AcceptProps) {
  const visitor = useVisitor();
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  if (visitor.isPending) return <LoadingState what="your login" />;
  const own = visitor.data?.user?.email;
  const accept = async () => {
    setBusy(true);
    try {
      await acceptOffer({ token, login: null });
      window.location.replace('/');
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  const toSignIn = async () => {
    if (own) await signOut();
    // Back to this very address afterwards, with the secret that stands after its hash.
    const next = encodeURIComponent(`${window.location.pathname}${window.location.hash}`);
    window.location.replace(`/sign-in?next=${next}`);
  };
  const isOwn = own === offer.email;
  return (
    <>
      <ProblemSummary problem={problem} fieldNames={[]} />
      <p className={styles['text']}>
        {isOwn ? 'You are signed in with this address.' : words(own)}
      </p>
      <Button
        className={styles['accept'] ?? ''}
        fullWidth
        loading={busy}
        onClick={() => void (isOwn ? accept() : toSignIn())}
      >
        {isOwn ? 'Join' : 'Sign in to accept'}
      </Button>
    </>
  );
}

function words(own: string | undefined): string {
  return own
    ? `You are signed in as ${own}. The invitation is for another address.`
    : 'There is a login with this address already.';
}
