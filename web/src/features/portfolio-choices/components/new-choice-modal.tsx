import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { useCreateChoice } from '../api.ts';

type Values = {
  name: string;
  monthCount: number | null;
  maximise: 'margin' | 'contribution' | null;
};

/** Begins a portfolio choice; everything else has a default that can be changed on its page. */
export function NewChoiceModal({ onClose }: { readonly onClose: () => void }) {
  const { mutateAsync } = useCreateChoice();
  const open = useOpen();
  const form = useRecordForm<Values>({
    initialValues: { name: '', monthCount: 12, maximise: 'margin' },
    validate: { name: (name) => (name.trim() === '' ? 'Give it a name.' : null) },
    onSubmit: async ({ name, monthCount, maximise }) => {
      const made = await mutateAsync({
        body: { name, monthCount: monthCount ?? 12, maximise: maximise ?? 'margin' },
      });
      open(`/portfolio-choices/${made.id}/candidates`);
    },
  });
  return (
    <FormModal
      opened
      title="New portfolio choice"
      submitLabel="Begin"
      size={460}
      form={form}
      onClose={onClose}
    >
      <TextField label="Name" required autoFocus {...form.field('name')} />
      <NumberField
        label="Months"
        description="From next month on"
        whole
        minimum={1}
        maximum={36}
        {...form.field('monthCount')}
      />
      <ChoiceField
        label="What it makes as great as can be"
        choices={yardstickChoices}
        {...form.field('maximise')}
      />
    </FormModal>
  );
}

/** The two yardsticks; they are never added up (IN-02). */
export const yardstickChoices = [
  { value: 'margin', label: 'Margin of client deals' },
  { value: 'contribution', label: 'Contribution of initiatives to goals' },
] as const;
