import type { AccountId } from '@evenkeel/core/id';
import { money } from '@evenkeel/core/money';
import { useSession } from '../../../lib/session.ts';
import { DateText, MoneyText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useAccountDeals, useStages } from '../api.ts';
import styles from './account-deals-panel.module.css';
import { StageLabel } from './stage-label.tsx';

/** The deals of one account, newest first. */
export function AccountDealsPanel({ accountId }: { readonly accountId: AccountId }) {
  const { workspace } = useSession();
  const stages = useStages();
  const { data } = useAccountDeals(accountId);
  if (!data) return null;
  if (data.rows.length === 0) return <p className={styles['none']}>No deal yet.</p>;
  return (
    <>
      <ul className={styles['deals']}>
        {data.rows.map((deal) => (
          <li key={deal.id}>
            <AppLink href={`/deals/${deal.id}`} className={styles['deal']}>
              <span className={styles['name']}>{deal.name}</span>
              <StageLabel stage={stages.find(({ id }) => id === deal.stageId)} stages={stages} />
              <DateText date={deal.closeOn} />
              <MoneyText amount={money(deal.value, workspace.currency)} />
            </AppLink>
          </li>
        ))}
      </ul>
      {data.total > data.rows.length ? (
        <p className={styles['none']}>
          The newest {data.rows.length} of {data.total}.
        </p>
      ) : null}
    </>
  );
}
