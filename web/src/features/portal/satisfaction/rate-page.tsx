import type { SatisfactionPage } from '@evenkeel/contract/portal/satisfaction';
import { isScore, type Score } from '@evenkeel/core/satisfaction/satisfaction';
import { portalLanguage } from '@evenkeel/core/words/language';
import { satisfactionWords } from '@evenkeel/core/words/satisfaction';
import { say } from '@evenkeel/core/words/words';
import { useEffect, useState } from 'react';
import { ApiError } from '../../../lib/api-client.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useDocumentTitle } from '../../../ui/navigation/use-document-title.ts';
import { LoadingState } from '../../../ui/states/loading-state.tsx';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { LinkPage } from '../link-page.tsx';
import { withSecret } from '../link-secret.ts';
import styles from '../portal.module.css';
import { portalProblem } from '../problem.ts';
import { answerByLink, showQuestion } from './api.ts';
import { RateForm } from './rate-form.tsx';
import own from './satisfaction.module.css';

/**
 * The page behind the links of a mail: the answer that was clicked is chosen, and a press of the button
 * records it. Opening the page records nothing, for mail programs open links by themselves.
 */
export function RatePage() {
  const [{ token, chosen }] = useState(() => readHash(window.location.hash));
  const [page, setPage] = useState<SatisfactionPage | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    withSecret(token, showQuestion).then(setPage, setError);
  }, [token]);
  if (page !== null) return <Question page={page} chosen={chosen} token={token} onPage={setPage} />;
  if (error === null) return <LoadingState />;
  const language = portalLanguage(navigator.language);
  const words = say(satisfactionWords, language);
  const isOver = error instanceof ApiError && error.problem.code !== 'too-many-requests';
  return (
    <main className={styles['main']}>
      <StateBlock role="alert" title={isOver ? words('over') : portalProblem(language, error)}>
        {isOver ? <p>{words('overHint')}</p> : null}
      </StateBlock>
    </main>
  );
}

type QuestionProps = {
  readonly page: SatisfactionPage;
  readonly chosen: Score | null;
  readonly token: string;
  readonly onPage: (page: SatisfactionPage) => void;
};

function Question({ page, chosen, token, onPage }: QuestionProps) {
  const { firm, language, timeZone, project, projectId, question } = page;
  const words = say(satisfactionWords, language);
  useDocumentTitle(words('title'));
  return (
    <LinkPage firm={firm} language={language} timeZone={timeZone} project={project}>
      <div className={own['panel']}>
        <RateForm
          question={question}
          project={project}
          chosen={question.score === null ? chosen : null}
          onSend={async (answer) => onPage(await answerByLink({ ...answer, token }))}
        />
      </div>
      <p className={own['foot']}>
        <AppLink href={`/portal/projects/${projectId}`}>{words('openPortal')}</AppLink>
      </p>
    </LinkPage>
  );
}

/** `#<secret>.<score>`; without a score nothing is chosen yet. */
function readHash(hash: string): { readonly token: string; readonly chosen: Score | null } {
  const [token = '', last = ''] = hash.slice(1).split('.');
  const score = Number(last);
  return { token, chosen: isScore(score) ? score : null };
}
