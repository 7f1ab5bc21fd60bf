import type { PortalOffer } from '@evenkeel/contract/client-users';
import { passwordFault } from '@evenkeel/core/identity/password';
import { portalLanguage } from '@evenkeel/core/words/language';
import { portalEntranceWords } from '@evenkeel/core/words/portal-entrance';
import { portalProblemWords } from '@evenkeel/core/words/portal-problems';
import { say } from '@evenkeel/core/words/words';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ApiError } from '../../../lib/api-client.ts';
import { EntranceForm } from '../../../ui/entrance/entrance-form.tsx';
import { PasswordField } from '../../../ui/form/password-field.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { signOut, useVisitor } from '../../identity/api.ts';
import { withSecret } from '../link-secret.ts';
import { portalProblem } from '../problem.ts';
import { acceptOffer, showOffer } from './api.ts';
import styles from './door.module.css';
import { Door } from './door.tsx';

type Found = { readonly offer: PortalOffer } | { readonly isClosed: boolean };

/** Behind an invitation to the portal: who invites to what, and the way in. */
export function PortalInvitationPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    withSecret(token, showOffer).then(
      (offer) => setFound({ offer }),
      (error: unknown) => setFound({ isClosed: error instanceof ApiError }),
    );
  }, [token]);
  const language = portalLanguage(navigator.language);
  const word = say(portalEntranceWords, language);
  if (found === null) {
    return <Door language={language} face={undefined} title={word('inviteLooking')} />;
  }
  if ('offer' in found) return <Offered token={token} offer={found.offer} />;
  return (
    <Door
      language={language}
      face={undefined}
      title={word('inviteClosedTitle')}
      lead={
        found.isClosed ? word('inviteClosedLead') : say(portalProblemWords, language)('offline')
      }
      below={<AppLink href="/portal/sign-in">{word('signIn')}</AppLink>}
    />
  );
}

type OfferedProps = { readonly token: string; readonly offer: PortalOffer };

function Offered({ token, offer }: OfferedProps) {
  const { language, firm, email, what } = offer;
  const [problem, setProblem] = useState<string | null>(null);
  const word = say(portalEntranceWords, language);
  const accept = async (login: { name: string; password: string | null } | null) => {
    setProblem(null);
    try {
      await acceptOffer({ token, login });
      window.location.replace('/portal');
    } catch (error) {
      setProblem(portalProblem(language, error));
    }
  };
  return (
    <Door
      language={language}
      face={firm}
      problem={problem}
      title={word('inviteTitle', { firm: firm.name })}
      lead={word('inviteLead', { inviter: offer.invitedBy ?? firm.name, email, what })}
    >
      {offer.hasLogin ? (
        <WithLogin offer={offer} onAccept={() => accept(null)} />
      ) : (
        <NewLogin offer={offer} onAccept={accept} />
      )}
    </Door>
  );
}

type NewLoginProps = {
  readonly offer: PortalOffer;
  readonly onAccept: (login: { name: string; password: string | null }) => Promise<void>;
};

/** Somebody new: a name, and a password or none. */
function NewLogin({ offer, onAccept }: NewLoginProps) {
  const word = say(portalEntranceWords, offer.language);
  const weak = say(portalProblemWords, offer.language)('weakPassword');
  const [hasPassword, setHasPassword] = useState(true);
  const form = useRecordForm({
    initialValues: { name: offer.name ?? '', password: '' },
    validate: {
      name: (name) => (name.trim() === '' ? word('nameNeeded') : null),
      password: (password) =>
        hasPassword && passwordFault(password, offer.email) !== null ? weak : null,
    },
    onSubmit: ({ name, password }) => onAccept({ name, password: hasPassword ? password : null }),
  });
  return (
    <>
      <EntranceForm form={form} submitLabel={word('accept')}>
        <TextField label={word('name')} autoComplete="name" autoFocus {...form.field('name')} />
        {hasPassword ? (
          <PasswordField
            label={word('choosePassword')}
            kind="new"
            description={word('passwordHint')}
            toggleLabel={word('showPassword')}
            {...form.field('password')}
          />
        ) : (
          <p className={styles['hint']}>{word('withoutPasswordHint')}</p>
        )}
      </EntranceForm>
      <Button
        className={styles['other'] ?? ''}
        variant="subtle"
        color="gray"
        fullWidth
        onClick={() => setHasPassword(!hasPassword)}
      >
        {word(hasPassword ? 'withoutPassword' : 'choosePassword')}
      </Button>
    </>
  );
}

type WithLoginProps = { readonly offer: PortalOffer; readonly onAccept: () => Promise<void> };

/** Somebody with a login: signed in with the invited address, one button; else to signing in. */
function WithLogin({ offer, onAccept }: WithLoginProps) {
  const word = say(portalEntranceWords, offer.language);
  const own = useVisitor().data?.user?.email;
  const isOwn = own === offer.email;
  const text = isOwn
    ? word('acceptAs', { email: own })
    : own
      ? word('otherLogin', { own, email: offer.email })
      : word('hasLogin', { email: offer.email });
  const toSignIn = async () => {
    if (own) await signOut();
    // Back to this very address afterwards, with the secret that stands after its hash.
    const next = encodeURIComponent(`${window.location.pathname}${window.location.hash}`);
    const firm = offer.firm.workspaceId;
    window.location.replace(`/portal/sign-in?firm=${firm}&language=${offer.language}&next=${next}`);
  };
  return (
    <>
      <p className={styles['hint']}>{text}</p>
      <Button
        className={styles['other'] ?? ''}
        fullWidth
        onClick={() => void (isOwn ? onAccept() : toSignIn())}
      >
        {word(isOwn ? 'accept' : own ? 'signOut' : 'signIn')}
      </Button>
    </>
  );
}
