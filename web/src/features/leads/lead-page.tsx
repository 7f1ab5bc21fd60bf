import { type LeadView, leads } from '@evenkeel/contract/leads';
import type { LeadId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout, SavedNote } from '../../ui/record/record-layout.tsx';
import { RecordMenu } from '../../ui/record/record-menu.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { RecordFactsPanel } from '../record/components/record-facts-panel.tsx';
import { RecordPanel } from '../record/components/record-panel.tsx';
import { useLead, useLeadWrite } from './api.ts';
import { DisqualifyModal } from './components/disqualify-modal.tsx';
import styles from './components/lead.module.css';
import { LeadCriteria } from './components/lead-criteria.tsx';
import { LeadFields, LeadTexts } from './components/lead-fields.tsx';
import { LeadStateMark } from './components/lead-state-mark.tsx';
import { QualifyModal } from './components/qualify-modal.tsx';
import type { LeadChange } from './model.ts';

const list = { label: 'Leads', href: '/leads' };

/** One lead: who it is, what they want, and whether it is qualified by our definition. */
export function LeadPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('leadId') as LeadId;
  const found = useLead(id);
  return (
    <LoadedRecord found={found} noun="lead" list={list}>
      {(lead) => <OpenLead key={id} lead={lead} />}
    </LoadedRecord>
  );
}

function OpenLead({ lead }: { readonly lead: LeadView }) {
  const update = useLeadWrite(leads.update);
  const { save, state } = useSaving<LeadChange>(lead.version, (body, version) =>
    update.mutateAsync({ params: { id: lead.id }, version, body }),
  );
  const isOpen = lead.deletedAt === null;
  const mayWrite = useMay('write') && isOpen && lead.state !== 'qualified';
  const parts = { lead, mayWrite, save };
  return (
    <Page
      title={lead.name}
      breadcrumbs={[list]}
      actions={
        <>
          <SavedNote state={state} />
          {mayWrite ? <LeadButtons {...parts} /> : null}
          <LeadMenu lead={lead} />
        </>
      }
    >
      <RecordLayout
        sideLabel="Facts"
        side={
          <>
            <LeadFields {...parts} />
            <RecordFactsPanel subject={{ kind: 'lead', id: lead.id }} isOpen={isOpen} />
          </>
        }
      >
        <LeadTexts {...parts} />
        <Became lead={lead} />
        <LeadCriteria {...parts} />
        <RecordPanel subject={{ kind: 'lead', id: lead.id }} isOpen={isOpen} />
        <Section title="History">
          <HistoryPanel root="lead" rootId={lead.id} />
        </Section>
      </RecordLayout>
    </Page>
  );
}

type ButtonsProps = {
  readonly lead: LeadView;
  readonly save: (change: LeadChange) => Promise<void>;
};

function LeadButtons({ lead, save }: ButtonsProps) {
  const [dialog, setDialog] = useState<'qualify' | 'disqualify' | null>(null);
  const close = () => setDialog(null);
  const isReady = lead.metCount === lead.criteria.length;
  return (
    <>
      {lead.state === 'working' ? null : (
        <Button variant="default" onClick={() => void save({ state: 'working' })}>
          {lead.state === 'disqualified' ? 'Open again' : 'Take up'}
        </Button>
      )}
      {lead.state === 'disqualified' ? null : (
        <Button variant="default" onClick={() => setDialog('disqualify')}>
          Disqualify
        </Button>
      )}
      <Button
        onClick={() => setDialog('qualify')}
        disabled={!isReady}
        title={isReady ? undefined : 'Not every criterion is met yet'}
      >
        Qualify
      </Button>
      {dialog === 'qualify' ? <QualifyModal lead={lead} onClose={close} /> : null}
      {dialog === 'disqualify' ? <DisqualifyModal lead={lead} onClose={close} /> : null}
    </>
  );
}

/** Where the lead stands, and what became of it. */
function Became({ lead }: { readonly lead: LeadView }) {
  return (
    <Section title="State">
      <LeadStateMark state={lead.state} />
      {lead.disqualifiedReason ? (
        <p className={styles['reason']}>Because: {lead.disqualifiedReason}</p>
      ) : null}
      {lead.deal ? (
        <p className={styles['became']}>
          <AppLink href={`/deals/${lead.deal.id}`}>Deal {lead.deal.name}</AppLink>
          {lead.account ? (
            <AppLink href={`/accounts/${lead.account.id}`}>Account {lead.account.name}</AppLink>
          ) : null}
          {lead.contact ? (
            <AppLink href={`/contacts/${lead.contact.id}`}>Contact {lead.contact.name}</AppLink>
          ) : null}
        </p>
      ) : null}
    </Section>
  );
}

function LeadMenu({ lead }: { readonly lead: LeadView }) {
  const mayWrite = useMay('write');
  const remove = useLeadWrite(leads.remove);
  const restore = useLeadWrite(leads.restore);
  const params = { id: lead.id };
  return (
    <RecordMenu
      record={{
        ...lead,
        href: `/leads/${lead.id}`,
        listHref: list.href,
        remove: () => remove.mutateAsync({ params }),
        restore: () => restore.mutateAsync({ params }),
      }}
      mayWrite={mayWrite}
    />
  );
}
