import type { PortalSatisfaction } from '@evenkeel/contract/portal/satisfaction';
import { isLowScore, type Score, scores } from '@evenkeel/core/satisfaction/satisfaction';
import { satisfactionWords } from '@evenkeel/core/words/satisfaction';
import { Button, Textarea } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { usePortalWords, useReader } from '../portal-context.ts';
import { portalProblem } from '../problem.ts';
import styles from './satisfaction.module.css';

type RateFormProps = {
  readonly question: PortalSatisfaction;
  readonly project: string;
  /** What was chosen in the mail: a press of the button confirms it. */
  readonly chosen?: Score | null;
  readonly isLocked?: boolean;
  readonly onSend: (answer: { score: Score; comment?: string }) => Promise<unknown>;
};

/** One question: five answers and a button; once it is given, a sentence may follow. */
export function RateForm({ question, project, chosen, isLocked, onSend }: RateFormProps) {
  const words = usePortalWords(satisfactionWords);
  const [isChanging, setChanging] = useState(false);
  const { milestone, score } = question;
  const title =
    milestone === null ? words('askClose', { project }) : words('askMilestone', { milestone });
  return (
    <div className={styles['rate']}>
      {score === null || isChanging ? (
        <ScoreForm
          title={title}
          start={chosen ?? score}
          isLocked={isLocked ?? false}
          onSend={async (next) => {
            await onSend({ score: next });
            setChanging(false);
          }}
        />
      ) : (
        <Given
          key={question.comment}
          title={title}
          score={score}
          comment={question.comment}
          isLocked={isLocked ?? false}
          onChange={() => setChanging(true)}
          onComment={(comment) => onSend({ score, comment })}
        />
      )}
    </div>
  );
}

type ScoreFormProps = {
  readonly title: string;
  readonly start: Score | null;
  readonly isLocked: boolean;
  readonly onSend: (score: Score) => Promise<void>;
};

function ScoreForm({ title, start, isLocked, onSend }: ScoreFormProps) {
  const words = usePortalWords(satisfactionWords);
  const name = useId();
  const [score, setScore] = useState(start);
  const { send, isSending, problem } = useSending();
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (score !== null) void send(() => onSend(score));
      }}
    >
      <fieldset className={styles['scores']} disabled={isLocked}>
        <legend className={styles['question']}>{title}</legend>
        {scores.map((one) => (
          <label key={one} className={styles['choice']}>
            <input
              type="radio"
              name={name}
              value={one}
              checked={score === one}
              className={styles['radio']}
              onChange={() => setScore(one)}
            />
            <span className={styles['mark']}>{one}</span>
            <span className={styles['label']}>{words(`score${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {problem ? <p role="alert">{problem}</p> : null}
      <Button type="submit" size="md" loading={isSending} disabled={score === null || isLocked}>
        {words('send')}
      </Button>
    </form>
  );
}

type GivenProps = {
  readonly title: string;
  readonly score: Score;
  readonly comment: string;
  readonly isLocked: boolean;
  readonly onChange: () => void;
  readonly onComment: (comment: string) => Promise<unknown>;
};

function Given({ title, score, comment, isLocked, onChange, onComment }: GivenProps) {
  const words = usePortalWords(satisfactionWords);
  const [text, setText] = useState(comment);
  const { send, isSending, problem } = useSending();
  const isSaid = comment !== '' && text.trim() === comment;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void send(() => onComment(text.trim()));
      }}
    >
      <p className={styles['question']}>{title}</p>
      <p className={styles['thanks']} role="status">
        <IconCircleCheck size={20} stroke={1.6} aria-hidden />
        {words(isLowScore(score) ? 'thanksLow' : 'thanks')}
      </p>
      <p className={styles['own']}>
        {words('rate')}: <strong>{score}</strong> · {words(`score${score}`)}
        {isLocked ? null : (
          <Button variant="subtle" color="gray" onClick={onChange}>
            {words('changeRating')}
          </Button>
        )}
      </p>
      <Textarea
        label={words('commentLabel')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={text}
        disabled={isLocked}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {problem ? <p role="alert">{problem}</p> : null}
      {isSaid ? (
        <p className={styles['dim']} role="status">
          {words('commentSent')}
        </p>
      ) : (
        <Button
          type="submit"
          size="md"
          variant="default"
          loading={isSending}
          disabled={isLocked || text.trim() === comment}
        >
          {words('addComment')}
        </Button>
      )}
    </form>
  );
}

/** Sends, and says what went wrong; what was chosen stays. */
function useSending() {
  const { language } = useReader();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (act: () => Promise<unknown>) => {
    setSending(true);
    setProblem(null);
    try {
      await act();
    } catch (thrown) {
      setProblem(portalProblem(language, thrown));
    }
    setSending(false);
  };
  return { send, isSending, problem };
}
