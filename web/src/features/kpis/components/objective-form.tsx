import { objectives } from '@evenkeel/contract/objectives';
import type { GoalId } from '@evenkeel/core/id';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { useKpiWrite } from '../api.ts';

type ObjectiveFormProps = { readonly goalId: GoalId; readonly onClose: () => void };

type ObjectiveValues = { readonly name: string; readonly owner: PickedPerson | null };

/** A new objective of a goal. */
export function ObjectiveForm({ goalId, onClose }: ObjectiveFormProps) {
  const create = useKpiWrite(objectives.create);
  const form = useRecordForm<ObjectiveValues>({
    initialValues: { name: '', owner: null },
    validate: {
      name: (value) => (value.trim() === '' ? 'Say what has to be so.' : null),
    },
    onSubmit: async ({ name, owner }) => {
      await create.mutateAsync({ body: { goalId, name, ownerId: owner?.id ?? null } });
      onClose();
    },
  });
  const { field } = form;
  return (
    <FormModal
      title="New objective"
      opened
      onClose={onClose}
      form={form}
      submitLabel="Add objective"
    >
      <TextField
        label="Objective"
        description="A part of the goal: “Known to buyers in Stockholm and Oslo”."
        required
        autoFocus
        {...field('name')}
      />
      <PersonPicker label="Owner" {...field('owner')} />
    </FormModal>
  );
}
