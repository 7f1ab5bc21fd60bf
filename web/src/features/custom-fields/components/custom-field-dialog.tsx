import { type CustomFieldView, customFields } from '@evenkeel/contract/custom-fields';
import type { CustomFieldKind, CustomFieldType } from '@evenkeel/core/custom-field';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useCustomFieldWrite } from '../api.ts';
import { choicesFrom, kindChoices, typeChoices } from '../model.ts';

type CustomFieldDialogProps = {
  /** The field that is changed; a new one without it. */
  readonly field: CustomFieldView | undefined;
  readonly onClose: () => void;
};

type Values = { name: string; kind: string | null; type: string | null; choices: string };

/** Makes a field of the firm's own or changes one. Mount it while it is open. */
export function CustomFieldDialog({ field, onClose }: CustomFieldDialogProps) {
  const create = useCustomFieldWrite(customFields.create);
  const update = useCustomFieldWrite(customFields.update);
  const initialValues: Values = {
    name: field?.name ?? '',
    kind: field?.kind ?? 'account',
    type: field?.type ?? 'text',
    choices: field?.choices.map(({ name }) => name).join('\n') ?? '',
  };
  const form = useRecordForm<Values>({
    initialValues,
    onSubmit: async ({ name, kind, type, choices }) => {
      const hasChoices = type === 'choice' || type === 'choices';
      const list = hasChoices ? { choices: choicesFrom(choices, field?.choices ?? []) } : {};
      if (field) {
        await update.mutateAsync({
          params: { id: field.id },
          version: field.version,
          body: { name, ...list },
        });
      } else {
        // The fields offer nothing but kinds and types.
        const given = { kind: kind as CustomFieldKind, type: type as CustomFieldType };
        await create.mutateAsync({ body: { name, ...given, ...list } });
      }
      onClose();
    },
  });
  const { type } = form.form.values;
  return (
    <FormModal
      opened
      title={field ? 'Field' : 'New field'}
      submitLabel={field ? 'Save' : 'Add'}
      form={form}
      onClose={onClose}
    >
      <TextField label="Name" required autoFocus maxLength={80} {...form.field('name')} />
      <ChoiceField
        label="On"
        required
        disabled={field !== undefined}
        choices={kindChoices}
        {...form.field('kind')}
      />
      <ChoiceField
        label="Holds"
        description={field ? 'What a field holds stays what it is.' : undefined}
        required
        disabled={field !== undefined}
        choices={typeChoices}
        {...form.field('type')}
      />
      {type === 'choice' || type === 'choices' ? (
        <TextAreaField
          label="Choices"
          description="One in each line. A line that gets another name keeps its values."
          required
          {...form.field('choices')}
        />
      ) : null}
    </FormModal>
  );
}
