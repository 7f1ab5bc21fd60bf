import { type AccountView, accounts } from '@evenkeel/contract/accounts';
import type { AccountId } from '@evenkeel/core/id';
import { Button, Menu } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { useMay } from '../../lib/session.ts';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { notifyDone } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout } from '../../ui/record/record-layout.tsx';
import { AccountDealsPanel } from '../deals/components/account-deals-panel.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { AccountProjectsPanel } from '../projects/components/account-projects-panel.tsx';
import { useAccount, useAccountWrite } from './api.ts';
import { AccountFields, AccountTexts } from './components/account-fields.tsx';

const list = { label: 'Accounts', href: '/accounts' };

/** One account: who they are, and everything we sell and do for them. */
export function AccountPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('accountId') as AccountId;
  const found = useAccount(id);
  return (
    <LoadedRecord found={found} noun="account" list={list}>
      {(account) => <OpenAccount account={account} />}
    </LoadedRecord>
  );
}

function OpenAccount({ account }: { readonly account: AccountView }) {
  const mayWrite = useMay('write') && account.deletedAt === null;
  return (
    <Page
      title={account.name}
      breadcrumbs={[list]}
      actions={<AccountActions account={account} mayWrite={mayWrite} />}
    >
      <RecordLayout
        sideLabel="Facts"
        side={<AccountFields account={account} mayWrite={mayWrite} />}
      >
        <AccountTexts account={account} mayWrite={mayWrite} />
        <Section title="Deals">
          <AccountDealsPanel accountId={account.id} />
        </Section>
        <Section title="Client projects">
          <AccountProjectsPanel accountId={account.id} />
        </Section>
        <Section title="History">
          <HistoryPanel root="account" rootId={account.id} />
        </Section>
      </RecordLayout>
    </Page>
  );
}

function AccountActions({ account, mayWrite }: { account: AccountView; mayWrite: boolean }) {
  const open = useOpen();
  const remove = useAccountWrite(accounts.remove);
  const restore = useAccountWrite(accounts.restore);
  const undelete = async () => {
    await restore.mutateAsync({ params: { id: account.id } });
    open(`/accounts/${account.id}`);
  };
  const putAway = async () => {
    await remove.mutateAsync({ params: { id: account.id } });
    notifyDone({ message: `${account.name} moved to the trash`, undo: undelete });
    open('/accounts');
  };
  if (account.deletedAt !== null) {
    return <Button onClick={() => void undelete()}>Take out of the trash</Button>;
  }
  if (!mayWrite) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" px={8} aria-label={`More for ${account.name}`}>
          <IconDots size={16} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void putAway()}>
          Move to the trash
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
