import type { SharedStatusView } from '@evenkeel/contract/portal/shared';
import { instant } from '@evenkeel/core/instant';
import { formatsOf } from '@evenkeel/core/portal/formats';
import { portalLanguage } from '@evenkeel/core/words/language';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { say } from '@evenkeel/core/words/words';
import { useEffect, useState } from 'react';
import { ApiError } from '../../../lib/api-client.ts';
import { useDocumentTitle } from '../../../ui/navigation/use-document-title.ts';
import { LoadingState } from '../../../ui/states/loading-state.tsx';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { LinkPage } from '../link-page.tsx';
import { withSecret } from '../link-secret.ts';
import { StandingHead } from '../overview/standing-head.tsx';
import styles from '../portal.module.css';
import { portalProblem } from '../problem.ts';
import { PlannedSteps } from '../steps/planned-steps.tsx';
import { showStatus } from './api.ts';

/** How a project stands, for whoever has its link: no login, nothing to change. */
export function SharedPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [status, setStatus] = useState<SharedStatusView | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    withSecret(token, showStatus).then(setStatus, setError);
  }, [token]);
  if (status !== null) return <Status status={status} />;
  if (error === null) return <LoadingState />;
  const language = portalLanguage(navigator.language);
  const word = say(portalPageWords, language);
  const isOver = error instanceof ApiError && error.problem.code !== 'too-many-requests';
  return (
    <main className={styles['main']}>
      <StateBlock role="alert" title={isOver ? word('sharedOver') : portalProblem(language, error)}>
        {isOver ? <p>{word('sharedOverHint')}</p> : null}
      </StateBlock>
    </main>
  );
}

function Status({ status }: { readonly status: SharedStatusView }) {
  const { firm, language, timeZone, project, account, steps, today } = status;
  const word = say(portalPageWords, language);
  useDocumentTitle(project);
  // The moment of this visit: the page says of when it is.
  const [now] = useState(() => instant(new Date().toISOString()));
  return (
    <LinkPage firm={firm} language={language} timeZone={timeZone} project={project}>
      <p className={styles['lead']}>
        {account} · {word('sharedOn', { day: formatsOf(language, timeZone).moment(now) })}
      </p>
      <StandingHead overview={status} />
      <PlannedSteps rows={steps} today={today} />
    </LinkPage>
  );
}
