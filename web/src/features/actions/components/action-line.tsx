import type { ActionView } from '@evenkeel/contract/actions';
import { readerToday } from '../../../ui/format/date.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { SubjectLink } from '../../subjects/components/subject-link.tsx';
import { useActionCalls } from '../use-action-calls.ts';
import styles from './actions.module.css';

type ActionLineProps = {
  readonly action: ActionView;
  readonly mayWrite: boolean;
  readonly onOpen: (action: ActionView) => void;
  /** Names what it is about; not on the page of that very record. */
  readonly withSubject?: boolean;
  readonly withOwner?: boolean;
};

/** One action in a list: ticked off here, opened by its name. */
export function ActionLine(props: ActionLineProps) {
  const { action, mayWrite, onOpen, withSubject = false, withOwner = true } = props;
  const isDone = action.doneOn !== null;
  return (
    <li className={styles['line']}>
      <DoneButton action={action} mayWrite={mayWrite} />
      <button
        type="button"
        className={joinClasses(styles['name'], isDone && styles['done'])}
        onClick={() => onOpen(action)}
      >
        {action.name}
      </button>
      {withSubject && action.subject ? (
        <span className={styles['subject']}>
          <SubjectLink subject={action.subject} />
        </span>
      ) : null}
      <span className={styles['due']}>
        {isDone ? (
          <>
            done <DateText date={action.doneOn} />
          </>
        ) : (
          <DateText date={action.dueOn} lateAfter={readerToday()} />
        )}
      </span>
      {withOwner ? (
        <span className={styles['owner']}>
          {action.owner ? <PersonMark person={action.owner} show="initials" /> : null}
        </span>
      ) : null}
    </li>
  );
}

type DoneButtonProps = { readonly action: ActionView; readonly mayWrite: boolean };

/** The tick of an action. */
export function DoneButton({ action, mayWrite }: DoneButtonProps) {
  const { setDone } = useActionCalls();
  const isDone = action.doneOn !== null;
  return (
    <button
      type="button"
      className={styles['tick']}
      disabled={!mayWrite}
      aria-pressed={isDone}
      aria-label={`Done: ${action.name}`}
      onClick={() => void setDone(action, !isDone)}
    >
      <ProgressGlyph shape={isDone ? 'done' : 'ring'} />
    </button>
  );
}
