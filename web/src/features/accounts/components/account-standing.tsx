import type { AccountView } from '@evenkeel/contract/accounts';
import { lifecycleLabels } from '@evenkeel/core/contacts/lifecycle';
import { money } from '@evenkeel/core/money';
import type { ReactNode } from 'react';
import { useSession } from '../../../lib/session.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { DateText, MoneyText } from '../../../ui/marks/values.tsx';
import { nextContactInWords } from '../model.ts';
import styles from './account-standing.module.css';
import { NextContactMark } from './next-contact-mark.tsx';

/** Where an account stands, in a line (CR-19). */
export function AccountStanding({ account }: { readonly account: AccountView }) {
  const { workspace } = useSession();
  const { lateProjects, runningProjects } = account;
  return (
    <dl className={styles['facts']}>
      <Fact label={lifecycleLabels[account.lifecycle]} note={account.healthReason}>
        <HealthMark health={account.health} />
      </Fact>
      <Fact
        label="Open deals"
        note={account.openDeals === 1 ? '1 deal' : `${account.openDeals} deals`}
      >
        <MoneyText amount={money(account.openValue, workspace.currency)} compact />
      </Fact>
      <Fact label="Running projects" note={lateProjects > 0 ? `${lateProjects} late` : 'None late'}>
        {runningProjects}
      </Fact>
      <Fact label="Last contact">
        <DateText date={account.lastContactOn} />
      </Fact>
      <Fact label="Next contact">
        <NextContactMark
          next={account.nextContact}
          words={nextContactInWords(account.nextContact)}
        />
      </Fact>
    </dl>
  );
}

type FactProps = { readonly label: string; readonly note?: string; readonly children: ReactNode };

function Fact({ label, note, children }: FactProps) {
  return (
    <div className={styles['fact']}>
      <dt>{label}</dt>
      <dd>{children}</dd>
      {note ? <dd className={styles['note']}>{note}</dd> : null}
    </div>
  );
}
