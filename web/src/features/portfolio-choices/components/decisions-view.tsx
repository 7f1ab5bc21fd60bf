import type {
  PortfolioChoiceView,
  PortfolioDecisionView,
} from '@evenkeel/contract/portfolio-choices';
import { instant } from '@evenkeel/core/instant';
import { formatDate, formatInstant } from '../../../ui/format/date.ts';
import { KindDot } from '../../../ui/marks/kind-badge.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { candidateHref, verdictWords } from '../model.ts';
import styles from './choice.module.css';

/** What people decided, by whom and why, and whether it was held to (BA-08). */
export function DecisionsView({ choice }: { readonly choice: PortfolioChoiceView }) {
  if (choice.decisions.length === 0)
    return (
      <EmptyState title="Nothing was decided yet">
        Once there is a result, somebody decides on all of it or on part of it.
      </EmptyState>
    );
  return (
    <section
      className={styles['scroll']}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
      tabIndex={0}
      aria-label="Decisions"
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Candidate</th>
            <th scope="col">Decision</th>
            <th scope="col">Reason</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {choice.decisions.map((decision) => (
            <DecisionRow key={decision.id} decision={decision} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DecisionRow({ decision }: { readonly decision: PortfolioDecisionView }) {
  return (
    <tr>
      <td>
        <KindDot kind={decision.kind === 'deal' ? 'client' : 'initiative'} />{' '}
        <AppLink href={candidateHref({ kind: decision.kind, id: decision.subject.id })}>
          {decision.subject.name}
        </AppLink>
      </td>
      <td>
        {decisionWords(decision)}
        <span className={styles['meta']}>{standingWords(decision)}</span>
      </td>
      <td className={styles['why']}>{decision.reason}</td>
      <td>
        {decision.decidedBy}
        <span className={styles['meta']}>{formatInstant(instant(decision.decidedAt))}</span>
      </td>
    </tr>
  );
}

/** A decision in words: `Start, 4 Jan 2027 – 23 Apr 2027`. */
export function decisionWords({ verdict, startOn, endOn }: PortfolioDecisionView): string {
  const days =
    startOn === null || endOn === null ? '' : `, ${formatDate(startOn)} – ${formatDate(endOn)}`;
  return `${verdictWords[verdict]}${days}`;
}

/** Whether it is still so, and whether the result had said the same. */
export function standingWords(decision: PortfolioDecisionView): string {
  const words = [
    decision.wasProposed ? undefined : 'against the result',
    decision.takenBackAt === null ? undefined : 'taken back',
    decision.differs.length > 0 ? 'changed since' : undefined,
  ];
  return words.filter((word) => word !== undefined).join(', ');
}
