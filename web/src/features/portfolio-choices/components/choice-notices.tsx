import type { PortfolioChoiceView } from '@evenkeel/contract/portfolio-choices';
import { instant } from '@evenkeel/core/instant';
import { formatInstant } from '../../../ui/format/date.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { changeWords } from '../model.ts';
import styles from './choice.module.css';

/** What is to be known before the result is read: that it is stale, put away or decided. */
export function ChoiceNotices({ choice }: { readonly choice: PortfolioChoiceView }) {
  if (choice.state === 'decided' && choice.decidedAt !== null)
    return (
      <p className={styles['notice']}>
        <strong>Decided by {choice.decidedBy}</strong> {formatInstant(instant(choice.decidedAt))}
        {choice.decisionNote === '' ? null : <span>“{choice.decisionNote}”</span>}
      </p>
    );
  if (choice.isPutAway) return <p className={styles['notice']}>This choice is put away.</p>;
  if (choice.result === null || choice.isRunning) return null;
  if (choice.aimsChanged)
    return (
      <p className={styles['notice']}>
        <strong>Aims or rules were changed</strong> since this result. Run again to see what
        follows.
      </p>
    );
  if (choice.changes.length > 0) return <Stale changes={choice.changes} />;
  return choice.result.isPartial ? (
    <p className={styles['notice']}>
      <strong>Not everything is explained:</strong> the time was over. The choice itself stands; run
      it longer for what is missing.
    </p>
  ) : null;
}

const shown = 5;

function Stale({ changes }: Pick<PortfolioChoiceView, 'changes'>) {
  const more = changes.length - shown;
  return (
    <div className={styles['notice']}>
      <strong>
        {formatCount(changes.length, { one: 'thing has', many: 'things have' })} changed
      </strong>
      since this result. Run again before you decide.
      <ul>
        {changes.slice(0, shown).map((change) => (
          <li key={change.kind === 'room' ? `${change.roleId}${change.month}` : change.candidateId}>
            {changeWords(change)}
          </li>
        ))}
        {more > 0 ? <li>and {more} more</li> : null}
      </ul>
    </div>
  );
}
