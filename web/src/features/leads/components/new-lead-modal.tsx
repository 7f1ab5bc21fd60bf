import { leads } from '@evenkeel/contract/leads';
import { isEmailAddress } from '@evenkeel/core/contacts/channel';
import { useSession } from '../../../lib/session.ts';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { NewFieldsPanel, useNewFields } from '../../custom-fields/components/new-fields-panel.tsx';
import { useLeadWrite } from '../api.ts';

/** A new lead; only the name is needed. Mount it while it is open. */
export function NewLeadModal({ onClose }: { readonly onClose: () => void }) {
  const { member } = useSession();
  const open = useOpen();
  const create = useLeadWrite(leads.create);
  const own = useNewFields('lead');
  const form = useRecordForm({
    initialValues: { name: '', company: '', email: '', phone: '', source: '', interest: '' },
    validate: {
      name: (name: string) => (name.trim() === '' ? 'Say who it is.' : null),
      email: (email: string) =>
        email.trim() === '' || isEmailAddress(email.trim())
          ? null
          : 'This is no e-mail address, such as anna@example.com.',
    },
    onSubmit: async (values) => {
      const lead = await create.mutateAsync({
        body: {
          name: values.name,
          company: values.company.trim() || null,
          email: values.email.trim() || null,
          phone: values.phone.trim() || null,
          source: values.source,
          interest: values.interest,
          ownerId: member.personId,
        },
      });
      await own.keep(lead.id);
      notifyDone({ message: `Lead ${lead.name} added` });
      onClose();
      open(`/leads/${lead.id}`);
    },
  });
  return (
    <FormModal opened title="New lead" submitLabel="Create lead" form={form} onClose={onClose}>
      <FieldRow>
        <TextField label="Name" required autoFocus {...form.field('name')} />
        <TextField label="Company" {...form.field('company')} />
      </FieldRow>
      <FieldRow>
        <TextField label="E-mail" type="email" {...form.field('email')} />
        <TextField label="Phone" type="tel" {...form.field('phone')} />
      </FieldRow>
      <TextField label="Source" placeholder="Trade fair, website, …" {...form.field('source')} />
      <TextAreaField label="What they want" minRows={2} {...form.field('interest')} />
      <NewFieldsPanel {...own} />
    </FormModal>
  );
}
