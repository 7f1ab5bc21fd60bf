import { type LeadView, leads } from '@evenkeel/contract/leads';
import type { AccountId, ContactId } from '@evenkeel/core/id';
import { type Money, money } from '@evenkeel/core/money';
import { useSession } from '../../../lib/session.ts';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { MoneyField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useLeadMatches, useLeadWrite } from '../api.ts';

type Values = {
  accountId: string;
  contactId: string;
  dealName: string;
  value: Money | null;
};

type QualifyProps = { readonly lead: LeadView; readonly onClose: () => void };

/** Turns a lead into account, contact and deal. Mount it while it is open. */
export function QualifyModal(props: QualifyProps) {
  const matches = useLeadMatches(props.lead.id);
  // What is here already decides what is proposed, so the form waits for it.
  return matches.data ? <QualifyForm {...props} matches={matches.data} /> : null;
}

const fresh = 'new';

type Matches = {
  readonly accounts: readonly { readonly id: AccountId; readonly name: string }[];
  readonly contacts: readonly { readonly id: ContactId; readonly name: string }[];
};

function QualifyForm({ lead, matches, onClose }: QualifyProps & { readonly matches: Matches }) {
  const { workspace } = useSession();
  const open = useOpen();
  const qualify = useLeadWrite(leads.qualify);
  const form = useRecordForm<Values>({
    initialValues: {
      accountId: matches.accounts[0]?.id ?? fresh,
      contactId: matches.contacts[0]?.id ?? fresh,
      dealName: firstLine(lead.interest) || `Work for ${lead.company ?? lead.name}`,
      value: money(0, workspace.currency),
    },
    validate: { dealName: (name) => (name.trim() === '' ? 'The deal needs a name.' : null) },
    onSubmit: async (values) => {
      const done = await qualify.mutateAsync({
        params: { id: lead.id },
        version: lead.version,
        body: {
          accountId: matches.accounts.find(({ id }) => id === values.accountId)?.id ?? null,
          contactId: matches.contacts.find(({ id }) => id === values.contactId)?.id ?? null,
          dealName: values.dealName,
          value: values.value?.minor ?? 0,
        },
      });
      notifyDone({ message: `${lead.name} is qualified` });
      onClose();
      if (done.deal) open(`/deals/${done.deal.id}`);
    },
  });
  const choices = (standing: Matches['accounts'] | Matches['contacts'], name: string) => [
    ...standing.map((record) => ({ value: record.id as string, label: record.name })),
    { value: fresh, label: `New: ${name}` },
  ];
  return (
    <FormModal
      opened
      title={`Qualify ${lead.name}`}
      submitLabel="Make account, contact and deal"
      form={form}
      onClose={onClose}
    >
      <ChoiceField
        label="Account"
        required
        choices={choices(matches.accounts, lead.company ?? lead.name)}
        {...form.field('accountId')}
        onChange={(value) => form.form.setFieldValue('accountId', value ?? fresh)}
      />
      <ChoiceField
        label="Contact"
        required
        choices={choices(matches.contacts, lead.name)}
        {...form.field('contactId')}
        onChange={(value) => form.form.setFieldValue('contactId', value ?? fresh)}
      />
      <TextField label="Deal" required {...form.field('dealName')} />
      <MoneyField label="Value" currency={workspace.currency} {...form.field('value')} />
    </FormModal>
  );
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').trim().slice(0, 120);
}
