import type { PortalQuestion } from '@evenkeel/contract/portal/questions';
import type { ProjectId } from '@evenkeel/core/id';
import { questionWords } from '@evenkeel/core/words/question';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { dayOf } from '../zoned-words.ts';
import { useAsk, usePortalQuestions } from './api.ts';
import styles from './questions.module.css';

/** Questions with their answers, and where to ask one. */
export function PortalQuestionsPage() {
  return (
    <PortalProjectPage section="questions">
      {(project) => <Questions projectId={project.id} />}
    </PortalProjectPage>
  );
}

function Questions({ projectId }: { readonly projectId: ProjectId }) {
  const words = usePortalWords(questionWords);
  const found = usePortalQuestions(projectId);
  return (
    <>
      <AskForm projectId={projectId} />
      <PortalLoaded found={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className={styles['meta']}>{words('none')}</p>
          ) : (
            <ul className={styles['list']}>
              {rows.map((row) => (
                <Question key={row.id} question={row} />
              ))}
            </ul>
          )
        }
      </PortalLoaded>
    </>
  );
}

function Question({ question }: { readonly question: PortalQuestion }) {
  const { language, timeZone } = usePortal();
  const words = usePortalWords(questionWords);
  const { answer, answeredAt } = question;
  const day = dayOf(answeredAt ?? question.askedAt, timeZone, language);
  return (
    <li className={styles['item']} id={question.id}>
      <h2 className={styles['question']}>{question.question}</h2>
      {answer === null ? (
        <p className={styles['meta']}>
          {words('askedOn', { day })}. {words('waiting')}
        </p>
      ) : (
        <>
          <p className={styles['answer']}>{answer}</p>
          <p className={styles['meta']}>{words('answeredOn', { day })}</p>
        </>
      )}
    </li>
  );
}

function AskForm({ projectId }: { readonly projectId: ProjectId }) {
  const words = usePortalWords(questionWords);
  const ask = useAsk();
  const [question, setQuestion] = useState('');
  const send = async () => {
    if (question.trim() === '') return;
    try {
      await ask.mutateAsync({ params: { projectId }, body: { question } });
      setQuestion('');
    } catch {
      // What was typed stays, with the reason below it.
    }
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        label={words('yourQuestion')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={question}
        error={ask.error ? problemOf(ask.error).title : null}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <Button type="submit" loading={ask.isPending} disabled={question.trim() === ''}>
        {words('send')}
      </Button>
    </form>
  );
}
