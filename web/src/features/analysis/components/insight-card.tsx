import type { InsightView } from '@evenkeel/contract/analysis';
import { growthShareField } from '@evenkeel/core/strategy/analysis-board';
import { IconFlag, IconTarget } from '@tabler/icons-react';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { weightLabels } from '../words.ts';
import styles from './analysis.module.css';

/** An insight on its board: what was found, how heavy it is, and what it led to. */
export function InsightCard({ insight }: { readonly insight: InsightView }) {
  const { goals, initiatives, weight, author } = insight;
  const saysOther =
    insight.board.kind === 'growth-share' &&
    (growthShareField(insight.share, insight.growth) ?? insight.section) !== insight.section;
  const words = weightLabels[weight - 1] ?? '';
  return (
    <div className={styles['insight']} data-weight={weight}>
      <span className={styles['text']}>{insight.name}</span>
      {saysOther ? <HealthMark health="at-risk" label="Its numbers say another field" /> : null}
      <span className={styles['foot']}>
        <span className={styles['weight']} title={words}>
          <span className={styles['hidden']}>{words}</span>
          {[1, 2, 3].map((step) => (
            <span key={step} className={styles['dot']} data-on={step <= weight || undefined} />
          ))}
        </span>
        {goals.length > 0 ? (
          <span className={styles['led']} title={goals.map(({ name }) => name).join(', ')}>
            <IconTarget size={13} aria-label="Goals it led to:" role="img" /> {goals.length}
          </span>
        ) : null}
        {initiatives.length > 0 ? (
          <span className={styles['led']} title={initiatives.map(({ name }) => name).join(', ')}>
            <IconFlag size={13} aria-label="Initiatives it led to:" role="img" />{' '}
            {initiatives.length}
          </span>
        ) : null}
        {author ? <PersonMark person={author} show="initials" /> : null}
      </span>
    </div>
  );
}
