import type { PortfolioResultView } from '@evenkeel/contract/portfolio-results';
import { Section } from '../../../ui/page/section.tsx';
import { demandWords, dropWords } from '../model.ts';
import styles from './choice.module.css';
import { useMoney } from './left-out-table.tsx';

/** Demands that cannot be met together: without any one of them they can (B01). */
export function ConflictList({ conflict }: Pick<PortfolioResultView, 'conflict'>) {
  const money = useMoney();
  return (
    <Section
      title="These cannot all be met"
      note="Give up any one of them, and the others can be met together."
    >
      <ul>
        {conflict.map((demand, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: demands have no id, and the list stands still
          <li key={index}>
            {demandWords(demand, money)}{' '}
            <span className={styles['why']}>– {dropWords(demand)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
