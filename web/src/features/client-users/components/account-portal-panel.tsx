import type { AccountId } from '@evenkeel/core/id';
import { useAccountContacts } from '../../contacts/api.ts';
import { ClientUsersPanel } from './client-users-panel.tsx';

type AccountPortalPanelProps = {
  readonly account: { readonly id: AccountId; readonly name: string };
};

/** Who at an account may look at the portal of any of its projects. */
export function AccountPortalPanel({ account }: AccountPortalPanelProps) {
  const contacts = useAccountContacts(account.id);
  return <ClientUsersPanel account={account} project={null} contacts={contacts.data?.rows ?? []} />;
}
