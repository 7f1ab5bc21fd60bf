import { type LeadView, leads } from '@evenkeel/contract/leads';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useLeadWrite } from '../api.ts';

/** Says why a lead comes to nothing. Mount it while it is open. */
export function DisqualifyModal(props: { readonly lead: LeadView; readonly onClose: () => void }) {
  const { lead, onClose } = props;
  const disqualify = useLeadWrite(leads.disqualify);
  const form = useRecordForm({
    initialValues: { reason: '' },
    validate: { reason: (reason: string) => (reason.trim() === '' ? 'Say why.' : null) },
    onSubmit: async (body) => {
      await disqualify.mutateAsync({ params: { id: lead.id }, version: lead.version, body });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={`Disqualify ${lead.name}`}
      submitLabel="Disqualify"
      form={form}
      onClose={onClose}
    >
      <TextAreaField label="Why" required autoFocus minRows={2} {...form.field('reason')} />
    </FormModal>
  );
}
