import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import { money } from '@evenkeel/core/money';
import { projectStateLabels } from '../../../lib/project-state.ts';
import { useSession } from '../../../lib/session.ts';
import { formatCompactMoney, formatMoney } from '../../../ui/format/money.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { InitiativesFrame } from './components/initiatives-frame.tsx';
import styles from './components/views.module.css';
import { type Bubble, bubblesOf } from './model.ts';

const corners = [
  { at: 'nw', label: 'Do first' },
  { at: 'ne', label: 'Plan well' },
  { at: 'sw', label: 'Fill in' },
  { at: 'se', label: 'Think again' },
];

/** Value against effort, the size of a bubble by its budget. */
export function ValueEffortPage() {
  return (
    <InitiativesFrame view="value-effort">{(rows) => <Bubbles rows={rows} />}</InitiativesFrame>
  );
}

function Bubbles({ rows }: { readonly rows: readonly InitiativeRow[] }) {
  const { bubbles, unscored } = bubblesOf(rows);
  return (
    <>
      <div className={styles['plot']}>
        <span className={styles['side-axis']}>Value, 1 to 10</span>
        {corners.map(({ at, label }) => (
          <span key={at} className={styles['corner']} data-at={at}>
            {label}
          </span>
        ))}
        {bubbles.map((bubble) => (
          <BubbleLink key={bubble.row.id} bubble={bubble} />
        ))}
      </div>
      <p className={styles['axis']}>
        <span>Little effort</span>
        <span>Effort, 1 to 10. The larger the bubble, the larger the budget.</span>
        <span>Much effort</span>
      </p>
      {unscored.length > 0 ? (
        <section className={styles['rest']} aria-label="Without scores">
          <p className={styles['lead']}>
            Without value or effort yet; score them on their page or in the ranking:
          </p>
          <ul className={styles['rest-list']}>
            {unscored.map((row) => (
              <li key={row.id}>
                <AppLink href={`/initiatives/${row.id}`}>{row.name}</AppLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function BubbleLink({ bubble }: { readonly bubble: Bubble }) {
  const { currency } = useSession().workspace;
  const { row, left, top, size, isQuiet } = bubble;
  const budget = row.budget === null ? null : money(row.budget, currency);
  const scores = `value ${row.valueScore}, effort ${row.effortScore}, ${projectStateLabels[row.state].toLowerCase()}`;
  return (
    <AppLink
      href={`/initiatives/${row.id}`}
      className={styles['bubble']}
      style={{ left: `${left}%`, top: `${top}%`, width: size, height: size }}
      title={`${row.name}: ${scores}${budget ? `, budget ${formatMoney(budget)}` : ''}`}
      data-quiet={isQuiet || undefined}
    >
      {budget && size >= 44 ? formatCompactMoney(budget) : ''}
      <span className={styles['bubble-name']}>{row.name}</span>
      <span className={styles['hidden']}>: {scores}</span>
    </AppLink>
  );
}
