import type { DealRow } from '@evenkeel/contract/deals';
import { money } from '@evenkeel/core/money';
import { recordNumber } from '../../../lib/record-number.ts';
import { AccountMark, PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText, MoneyText } from '../../../ui/marks/values.tsx';
import { AttentionMark } from './attention-mark.tsx';
import styles from './deal-card.module.css';

/** A deal on the board. */
export function DealCard({
  deal,
  currency,
  isOpen,
}: {
  readonly deal: DealRow;
  readonly currency: string;
  readonly isOpen: boolean;
}) {
  return (
    <div className={styles['card']}>
      <span className={styles['number']}>
        {recordNumber('deal', deal.number)}
        <AttentionMark deal={deal} isOpen={isOpen} compact />
      </span>
      <span className={styles['name']}>{deal.name}</span>
      <AccountMark account={deal.account ?? undefined} />
      <span className={styles['foot']}>
        <span className={styles['value']}>
          <MoneyText amount={money(deal.value, currency)} />
        </span>
        <DateText date={deal.closeOn} />
        {deal.owner ? <PersonMark person={deal.owner} show="initials" /> : null}
      </span>
    </div>
  );
}
