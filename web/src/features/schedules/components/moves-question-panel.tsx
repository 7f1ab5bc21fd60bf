import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { KindDot, kindLabels } from '../../../ui/marks/kind-badge.tsx';
import { dayChange, finishWords, movesSentence, reasonWords } from '../model.ts';
import { type MovesQuestion, useMovesQuestion } from '../moves-question.ts';
import { DayChange } from './day-change.tsx';
import styles from './schedules.module.css';

/** Asks, wherever one is, before an edit is saved that moves other tasks. */
export function MovesQuestionPanel() {
  const question = useMovesQuestion();
  return question ? <OpenQuestion question={question} /> : null;
}

/** So many are shown; the sentence above counts all. */
const shownMoves = 12;

function OpenQuestion({ question }: { readonly question: MovesQuestion }) {
  const { moved, answer } = question;
  const { moves } = moved;
  const rest = moves.length - shownMoves;
  const ids = new Set(moves.map(({ task }) => task.id));
  const problems = moved.problems.filter(({ tasks }) => tasks.some(({ id }) => ids.has(id)));
  return (
    <ConfirmDialog
      opened
      title={movesSentence(moves)}
      confirmLabel="Save"
      onConfirm={() => answer(true)}
      onCancel={() => answer(false)}
    >
      <ul className={styles['moves']} aria-label="Tasks that move">
        {moves.slice(0, shownMoves).map((move) => {
          const { from, to } = dayChange(move);
          return (
            <li key={move.task.id} className={styles['move']}>
              <KindDot kind={move.project.kind} label={kindLabels[move.project.kind]} />
              <span className={styles['what']}>
                <span className={styles['name']}>{move.task.name}</span>
                <span className={styles['detail']}>
                  {move.project.name} · {reasonWords(move)}
                </span>
              </span>
              <span className={styles['days']}>
                <DayChange from={from} to={to} />
              </span>
            </li>
          );
        })}
      </ul>
      {rest > 0 ? <p className={styles['quiet']}>and {rest} more</p> : null}
      {finishWords(moved).map((words) => (
        <p key={words} className={styles['finish']}>
          {words}
        </p>
      ))}
      {problems.map((problem) => (
        <p key={problem.message} className={styles['problem']}>
          {problem.message}
        </p>
      ))}
    </ConfirmDialog>
  );
}
