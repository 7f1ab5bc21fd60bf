import { type ExpectedQuestion, type QuestionView, questions } from '@evenkeel/contract/questions';
import type { ProjectId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { AddLine } from '../../../ui/record/add-line.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useQuestions, useQuestionWrite } from '../api.ts';
import { QuestionItem } from './question-item.tsx';
import styles from './questions.module.css';

type QuestionsPanelProps = {
  readonly project: { readonly id: ProjectId };
  readonly mayWrite: boolean;
};

/** What the client asks, what they will ask, and what we answer (CL-10). */
export function QuestionsPanel({ project, mayWrite }: QuestionsPanelProps) {
  const found = useQuestions(project.id);
  return (
    <Loaded found={found} what="the questions">
      {({ rows, expected }) => {
        const open = rows.filter(({ state }) => state === 'asked' || state === 'drafted');
        const published = rows.filter(({ state }) => state === 'published');
        return (
          <div className={styles['stack']}>
            <Expected projectId={project.id} expected={expected} mayWrite={mayWrite} />
            <Section framed title="To answer" note="Asked by the client, or taken up by us">
              <Rows rows={open} mayWrite={mayWrite} empty="No question waits for an answer." />
              {mayWrite ? <AddQuestion projectId={project.id} /> : null}
            </Section>
            <Section framed title="Published" note="The client reads these in the portal">
              <Rows rows={published} mayWrite={mayWrite} empty="Nothing is published yet." />
            </Section>
          </div>
        );
      }}
    </Loaded>
  );
}

type RowsProps = {
  readonly rows: readonly QuestionView[];
  readonly mayWrite: boolean;
  readonly empty: string;
};

function Rows({ rows, mayWrite, empty }: RowsProps) {
  if (rows.length === 0) return <p className={styles['empty']}>{empty}</p>;
  return (
    <ul className={styles['list']}>
      {rows.map((row) => (
        <QuestionItem key={row.id} question={row} mayWrite={mayWrite} />
      ))}
    </ul>
  );
}

function AddQuestion({ projectId }: { readonly projectId: ProjectId }) {
  const draft = useQuestionWrite(questions.draft);
  return (
    <AddLine
      label="Add a question"
      onAdd={async (question) =>
        void (await draft.mutateAsync({ body: { projectId, question, answer: '' } }))
      }
    />
  );
}

type ExpectedProps = {
  readonly projectId: ProjectId;
  readonly expected: readonly ExpectedQuestion[];
  readonly mayWrite: boolean;
};

/** Questions that the state of the project calls for, each with why. */
function Expected({ projectId, expected, mayWrite }: ExpectedProps) {
  const draft = useQuestionWrite(questions.draft);
  const dismiss = useQuestionWrite(questions.dismissExpected);
  const attempt = async (act: () => Promise<unknown>, message: string) => {
    try {
      await act();
      notifyDone({ message });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Section framed title="To expect" note="What the state of the project makes the client ask">
      {expected.length === 0 ? (
        <p className={styles['empty']}>Nothing calls for a question now.</p>
      ) : (
        <ul className={styles['list']}>
          {expected.map(({ key, question, answer, because }) => (
            <li key={key} className={styles['item']}>
              <p className={styles['question']}>{question}</p>
              <p className={styles['answer']}>{answer}</p>
              <p className={styles['because']}>Because {because}</p>
              {mayWrite ? (
                <div className={styles['buttons']}>
                  <Button
                    variant="default"
                    onClick={() =>
                      void attempt(
                        () => draft.mutateAsync({ body: { projectId, key } }),
                        'Taken up: edit the answer, then publish it',
                      )
                    }
                  >
                    Take it up
                  </Button>
                  <Button
                    variant="subtle"
                    color="gray"
                    onClick={() =>
                      void attempt(
                        () => dismiss.mutateAsync({ body: { projectId, key } }),
                        'Put aside',
                      )
                    }
                  >
                    Put aside
                  </Button>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
