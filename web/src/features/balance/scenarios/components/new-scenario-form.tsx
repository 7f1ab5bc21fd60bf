import { type ScenarioChangeFacts, scenarios } from '@evenkeel/contract/scenarios';
import type { ScenarioId } from '@evenkeel/core/id';
import { FormModal } from '../../../../ui/form/form-modal.tsx';
import { TextAreaField, TextField } from '../../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../../ui/form/use-record-form.ts';
import { useOpen } from '../../../../ui/navigation/use-open.ts';
import { useScenarioWrite } from '../api.ts';

type NewScenarioFormProps = {
  readonly name?: string;
  readonly copyOf?: ScenarioId;
  readonly changes?: ScenarioChangeFacts[];
  readonly onClose: () => void;
};

/** A new scenario: its name and what it is for. It opens once it is there. */
export function NewScenarioForm({ name = '', copyOf, changes, onClose }: NewScenarioFormProps) {
  const create = useScenarioWrite(scenarios.create);
  const open = useOpen();
  const form = useRecordForm({
    initialValues: { name, notes: '' },
    validate: { name: (text) => (text.trim() === '' ? 'Give it a name.' : null) },
    onSubmit: async (values) => {
      const from = copyOf ? { copyOf } : {};
      const made = await create.mutateAsync({
        body: { ...values, ...from, changes: changes ?? [] },
      });
      onClose();
      open(`/scenarios/${made.id}`);
    },
  });
  return (
    <FormModal title="New scenario" opened onClose={onClose} form={form} submitLabel="Add scenario">
      <TextField label="Name" required autoFocus {...form.field('name')} />
      <TextAreaField label="What is the question?" minRows={2} {...form.field('notes')} />
    </FormModal>
  );
}
