import { type AccountView, accounts } from '@evenkeel/contract/accounts';
import type { AccountId } from '@evenkeel/core/id';
import { useIsOn, useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout, SavedNote } from '../../ui/record/record-layout.tsx';
import { RecordMenu } from '../../ui/record/record-menu.tsx';
import { ContactsDuePanel } from '../agreements/components/contacts-due-panel.tsx';
import { ClientWaitsPanel } from '../client-duties/components/client-waits-panel.tsx';
import { AccountPortalPanel } from '../client-users/components/account-portal-panel.tsx';
import { AccountContactsPanel } from '../contacts/components/account-contacts-panel.tsx';
import { AimsPanel } from '../customers/components/aims-panel.tsx';
import { AccountDealsPanel } from '../deals/components/account-deals-panel.tsx';
import { MergedNotePanel } from '../duplicates/components/merged-note-panel.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { RecordTimelinePanel } from '../interactions/components/record-timeline-panel.tsx';
import { AccountProjectsPanel } from '../projects/components/account-projects-panel.tsx';
import { KeptRatePanel } from '../promises/components/kept-rate-panel.tsx';
import { RecordFactsPanel } from '../record/components/record-facts-panel.tsx';
import { RecordPanel } from '../record/components/record-panel.tsx';
import { SatisfactionFiguresPanel } from '../satisfaction/components/satisfaction-figures-panel.tsx';
import { useAccount, useAccountWrite } from './api.ts';
import { AccountFields, AccountTexts } from './components/account-fields.tsx';
import { AccountStanding } from './components/account-standing.tsx';
import type { AccountChange } from './model.ts';

const list = { label: 'Accounts', href: '/accounts' };

/** One account: who they are, and everything we sell and do for them. */
export function AccountPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('accountId') as AccountId;
  const found = useAccount(id);
  return (
    <LoadedRecord found={found} noun="account" list={list}>
      {(account) => <OpenAccount key={id} account={account} />}
    </LoadedRecord>
  );
}

function OpenAccount({ account }: { readonly account: AccountView }) {
  const update = useAccountWrite(accounts.update);
  const { save, state } = useSaving<AccountChange>(account.version, (body, version) =>
    update.mutateAsync({ params: { id: account.id }, version, body }),
  );
  const mayWrite = useMay('write') && account.deletedAt === null;
  const parts = { account, mayWrite, save };
  return (
    <Page
      title={account.name}
      breadcrumbs={[list]}
      actions={
        <>
          <SavedNote state={state} />
          <AccountMenu account={account} />
        </>
      }
    >
      <RecordLayout
        sideLabel="Facts"
        side={
          <>
            <AccountFields {...parts} />
            <RecordFactsPanel
              subject={{ kind: 'account', id: account.id }}
              isOpen={account.deletedAt === null}
            />
          </>
        }
      >
        <MergedNotePanel kind="account" record={account} />
        <AccountTexts {...parts} />
        <AccountStanding account={account} />
        <ContactsDuePanel accountId={account.id} />
        <AccountContactsPanel account={account} mayWrite={mayWrite} />
        <AccountPortalPanel account={account} />
        {useIsOn('customer-goals') ? <AimsPanel account={account} mayWrite={mayWrite} /> : null}
        <RecordTimelinePanel
          subject="account"
          subjectId={account.id}
          context={{ account }}
          mayWrite={mayWrite}
        />
        <Section title="Deals">
          <AccountDealsPanel accountId={account.id} />
        </Section>
        <Section title="Client projects">
          <AccountProjectsPanel accountId={account.id} />
          <KeptRatePanel of={{ accountId: account.id }} />
        </Section>
        <SatisfactionFiguresPanel of={{ accountId: account.id }} />
        <ClientWaitsPanel where={{ accountId: account.id }} />
        <RecordPanel
          subject={{ kind: 'account', id: account.id }}
          isOpen={account.deletedAt === null}
        />
        <Section title="History">
          <HistoryPanel root="account" rootId={account.id} />
        </Section>
      </RecordLayout>
    </Page>
  );
}

function AccountMenu({ account }: { readonly account: AccountView }) {
  const mayWrite = useMay('write');
  const remove = useAccountWrite(accounts.remove);
  const restore = useAccountWrite(accounts.restore);
  const params = { id: account.id };
  return (
    <RecordMenu
      record={{
        ...account,
        href: `/accounts/${account.id}`,
        listHref: list.href,
        remove: () => remove.mutateAsync({ params }),
        restore: () => restore.mutateAsync({ params }),
      }}
      mayWrite={mayWrite}
    />
  );
}
