import { type QuestionView, questions } from '@evenkeel/contract/questions';
import { Button } from '@mantine/core';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useQuestionWrite } from '../api.ts';
import styles from './questions.module.css';

type QuestionItemProps = { readonly question: QuestionView; readonly mayWrite: boolean };

/** One question with its answer, to edit where it stands and to publish. */
export function QuestionItem({ question, mayWrite }: QuestionItemProps) {
  const update = useQuestionWrite(questions.update);
  const publish = useQuestionWrite(questions.publish);
  const dismiss = useQuestionWrite(questions.dismiss);
  const key = { params: { id: question.id }, version: question.version };
  const save = (name: 'question' | 'answer') => (text: string) =>
    update.mutateAsync({ ...key, body: { [name]: text } });
  const attempt = async (act: () => Promise<unknown>, message: string) => {
    try {
      await act();
      notifyDone({ message });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  const isPublished = question.state === 'published';
  return (
    <li className={styles['item']}>
      {question.askedBy ? (
        <>
          <p className={styles['question']}>{question.question}</p>
          <p className={styles['because']}>Asked by {question.askedBy.name}</p>
        </>
      ) : (
        <Autosave name="question" value={question.question} save={save('question')}>
          {(field) => (
            <TextAreaField label="Question" minRows={1} disabled={!mayWrite} {...field} />
          )}
        </Autosave>
      )}
      <Autosave name="answer" value={question.answer} save={save('answer')}>
        {(field) => <TextAreaField label="Answer" minRows={2} disabled={!mayWrite} {...field} />}
      </Autosave>
      {question.because ? <p className={styles['because']}>Because {question.because}</p> : null}
      {mayWrite ? (
        <div className={styles['buttons']}>
          {isPublished ? null : (
            <Button
              disabled={question.answer.trim() === ''}
              onClick={() =>
                void attempt(() => publish.mutateAsync(key), 'The client can read the answer')
              }
            >
              Publish
            </Button>
          )}
          <Button
            variant="subtle"
            color="gray"
            onClick={() =>
              void attempt(() => dismiss.mutateAsync(key), isPublished ? 'Taken back' : 'Put aside')
            }
          >
            {isPublished ? 'Take back' : 'Put aside'}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
