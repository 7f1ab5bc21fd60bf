import { portalLanguage } from '@evenkeel/core/words/language';
import { portalEntranceWords } from '@evenkeel/core/words/portal-entrance';
import { type Say, say } from '@evenkeel/core/words/words';
import { useEffect, useState } from 'react';
import { nextAddress } from '../../../lib/next-address.ts';
import { EntranceForm } from '../../../ui/entrance/entrance-form.tsx';
import { PasswordField } from '../../../ui/form/password-field.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { signIn, useVisitor } from '../../identity/api.ts';
import { CodeStep } from '../../identity/components/code-panel.tsx';
import { portalProblem } from '../problem.ts';
import { requestSignInLink, useFirmFace } from './api.ts';
import { Door } from './door.tsx';

const linkMinutes = 15;

type Word = Say<keyof (typeof portalEntranceWords)['en']>;

/** The door of the portal: a link by mail, or a password. */
export function PortalSignInPage() {
  const query = new URLSearchParams(window.location.search);
  const language = portalLanguage(query.get('language') ?? navigator.language);
  const face = useFirmFace(query.get('firm')).data;
  const word = say(portalEntranceWords, language);
  const [way, setWay] = useState<'link' | 'password' | 'code'>('link');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const visitor = useVisitor();
  const isIn = visitor.data?.member?.role === 'client';
  useEffect(() => {
    if (isIn) enter();
  }, [isIn]);
  const attempt = async (work: () => Promise<void>) => {
    setProblem(null);
    await work().catch((error: unknown) => setProblem(portalProblem(language, error)));
  };
  const frame = { language, face, problem };
  if (way === 'code') return <CodeStep onEntered={enter} onBack={() => setWay('password')} />;
  if (sentTo !== null) {
    return (
      <Door
        {...frame}
        title={word('linkSentTitle')}
        lead={word('linkSentLead', { email: sentTo, minutes: linkMinutes })}
        below={
          <button type="button" onClick={() => setSentTo(null)}>
            {word('linkAgain')}
          </button>
        }
      />
    );
  }
  const other = way === 'link' ? 'password' : 'link';
  return (
    <Door
      {...frame}
      title={word('signInTitle')}
      lead={word('signInLead')}
      below={
        <>
          <button type="button" onClick={() => setWay(other)}>
            {word(other === 'link' ? 'linkInstead' : 'passwordInstead')}
          </button>
          {way === 'password' ? <AppLink href="/forgot-password">{word('forgot')}</AppLink> : null}
        </>
      }
    >
      {way === 'link' ? (
        <LinkForm
          word={word}
          onSend={(email) =>
            attempt(async () => {
              await requestSignInLink(email);
              setSentTo(email);
            })
          }
        />
      ) : (
        <PasswordForm
          word={word}
          onSignIn={(login) =>
            attempt(async () => {
              const { needsSecondFactor } = await signIn(login);
              if (needsSecondFactor) setWay('code');
              else enter();
            })
          }
        />
      )}
    </Door>
  );
}

type LinkFormProps = { readonly word: Word; readonly onSend: (email: string) => Promise<void> };

function LinkForm({ word, onSend }: LinkFormProps) {
  const form = useRecordForm({
    initialValues: { email: '' },
    validate: { email: (email) => (email.includes('@') ? null : word('emailNeeded')) },
    onSubmit: ({ email }) => onSend(email.trim()),
  });
  return (
    <EntranceForm form={form} submitLabel={word('sendLink')}>
      <TextField
        label={word('email')}
        type="email"
        autoComplete="username"
        autoFocus
        {...form.field('email')}
      />
    </EntranceForm>
  );
}

type PasswordFormProps = {
  readonly word: Word;
  readonly onSignIn: (login: { email: string; password: string }) => Promise<void>;
};

function PasswordForm({ word, onSignIn }: PasswordFormProps) {
  const form = useRecordForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (email.trim() === '' ? word('emailNeeded') : null),
      password: (password) => (password === '' ? word('passwordNeeded') : null),
    },
    onSubmit: onSignIn,
  });
  return (
    <EntranceForm form={form} submitLabel={word('signIn')}>
      <TextField
        label={word('email')}
        type="email"
        autoComplete="username"
        autoFocus
        {...form.field('email')}
      />
      <PasswordField
        label={word('password')}
        kind="current"
        toggleLabel={word('showPassword')}
        {...form.field('password')}
      />
    </EntranceForm>
  );
}

/** The whole page is loaded anew: whatever an earlier session kept in memory is gone. */
function enter(): void {
  const next = nextAddress(window.location.search);
  window.location.replace(next === '/' ? '/portal' : next);
}
