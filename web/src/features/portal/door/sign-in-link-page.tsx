import { portalLanguage } from '@evenkeel/core/words/language';
import { portalEntranceWords } from '@evenkeel/core/words/portal-entrance';
import { say } from '@evenkeel/core/words/words';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ApiError } from '../../../lib/api-client.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { portalProblem } from '../problem.ts';
import { signInWithLink, useFirmFace } from './api.ts';
import { Door } from './door.tsx';

/** Behind the link of a mail. One click, so that a mail program that looks at links uses none up. */
export function SignInLinkPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(token === '');
  const query = new URLSearchParams(window.location.search);
  const language = portalLanguage(query.get('language') ?? navigator.language);
  const face = useFirmFace(query.get('firm')).data;
  const word = say(portalEntranceWords, language);
  const enter = async () => {
    setBusy(true);
    try {
      await signInWithLink(token);
      window.location.replace('/');
    } catch (error) {
      setBusy(false);
      const isRefused = error instanceof ApiError && error.problem.code === 'expired';
      setIsOver(isRefused);
      setProblem(isRefused ? null : portalProblem(language, error));
    }
  };
  const frame = { language, face };
  if (isOver) {
    return (
      <Door
        {...frame}
        title={word('linkFailedTitle')}
        lead={word('linkFailedLead')}
        below={
          <AppLink href={`/portal/sign-in${window.location.search}`}>{word('linkAgain')}</AppLink>
        }
      />
    );
  }
  return (
    <Door {...frame} title={word('linkTitle')} lead={word('linkLead')} problem={problem}>
      <Button fullWidth loading={busy} onClick={() => void enter()} data-autofocus>
        {word('signIn')}
      </Button>
    </Door>
  );
}
