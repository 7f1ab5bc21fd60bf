import { FormModal } from '../../../../ui/form/form-modal.tsx';
import { TextAreaField } from '../../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../../ui/form/use-record-form.ts';

type ReasonModalProps = {
  readonly title: string;
  readonly submitLabel: string;
  readonly onSubmit: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
};

/** Asks why a week goes back, so that its person knows what to mend. */
export function ReasonModal({ title, submitLabel, onSubmit, onClose }: ReasonModalProps) {
  const form = useRecordForm({
    initialValues: { reason: '' },
    validate: ({ reason }) => (reason.trim() ? {} : { reason: 'is needed' }),
    onSubmit: async ({ reason }) => {
      await onSubmit(reason.trim());
      onClose();
    },
  });
  return (
    <FormModal title={title} opened onClose={onClose} form={form} submitLabel={submitLabel}>
      <TextAreaField label="What is to be mended?" required autoFocus {...form.field('reason')} />
    </FormModal>
  );
}
