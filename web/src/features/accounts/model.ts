import type { AccountRow, AccountView, accounts } from '@evenkeel/contract/accounts';
import type { BodyInputOf } from '@evenkeel/contract/endpoint';
import { formatDate } from '../../ui/format/date.ts';

export type AccountChange = BodyInputOf<typeof accounts.update>;

/** What every part of an account's page takes. */
export type AccountPartProps = {
  readonly account: AccountView;
  readonly mayWrite: boolean;
  readonly save: (change: AccountChange) => Promise<void>;
};

export type NextContact = AccountRow['nextContact'];

/** When the next contact is due, in words. */
export function nextContactInWords({ dueOn, standing, daysOverdue }: NextContact): string {
  if (dueOn === null) return 'Not planned';
  if (standing === 'overdue')
    return daysOverdue === 1 ? '1 day overdue' : `${daysOverdue} days overdue`;
  return standing === 'due' ? 'Today' : formatDate(dueOn);
}
