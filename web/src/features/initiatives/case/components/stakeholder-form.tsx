import type { StakeholderView } from '@evenkeel/contract/initiative-case';
import type { PersonId } from '@evenkeel/core/id';
import type { Influence, Stance } from '@evenkeel/core/strategy/stakeholder';
import { ChoiceField } from '../../../../ui/form/choice-fields.tsx';
import { FieldRow } from '../../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../../ui/form/form-modal.tsx';
import { PercentField } from '../../../../ui/form/number-fields.tsx';
import { TextAreaField, TextField } from '../../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../../ui/form/use-record-form.ts';
import { PersonPicker, type PickedPerson } from '../../../people/components/person-picker.tsx';
import { choicesOf, influenceLabels, stanceLabels } from '../words.ts';

/** What a stakeholder is made of. */
export type StakeholderDraft = Omit<StakeholderView, 'id' | 'version' | 'person'> & {
  readonly personId: PersonId | null;
};

type StakeholderFormProps = {
  /** Null for a new one. */
  readonly stakeholder: StakeholderView | null;
  readonly onSave: (draft: StakeholderDraft) => Promise<void>;
  readonly onClose: () => void;
};

type Values = Omit<StakeholderDraft, 'personId' | 'stance' | 'influence'> & {
  readonly person: PickedPerson | null;
  readonly stance: Stance | null;
  readonly influence: Influence | null;
};

/** Somebody or some group: stance, concern, the planned response, and how adoption is measured. */
export function StakeholderForm({ stakeholder, onSave, onClose }: StakeholderFormProps) {
  const form = useRecordForm<Values>({
    initialValues: {
      name: stakeholder?.name ?? '',
      person: stakeholder?.person ?? null,
      stance: stakeholder?.stance ?? 'neutral',
      influence: stakeholder?.influence ?? 'medium',
      concern: stakeholder?.concern ?? '',
      response: stakeholder?.response ?? '',
      adoptionMeasure: stakeholder?.adoptionMeasure ?? '',
      adoptionTarget: stakeholder?.adoptionTarget ?? null,
      adoptionActual: stakeholder?.adoptionActual ?? null,
    },
    validate: { name: (name) => (name.trim() === '' ? 'Say who it is.' : null) },
    onSubmit: ({ person, stance, influence, ...values }) =>
      onSave({
        ...values,
        personId: person?.id ?? null,
        stance: stance ?? 'neutral',
        influence: influence ?? 'medium',
      }),
  });
  const { field } = form;
  return (
    <FormModal
      title={stakeholder ? 'Change stakeholder' : 'Add stakeholder'}
      opened
      onClose={onClose}
      form={form}
      submitLabel={stakeholder ? 'Save changes' : 'Add stakeholder'}
    >
      <FieldRow>
        <TextField label="Person or group" required autoFocus {...field('name')} />
        <PersonPicker label="One of our people" {...field('person')} />
      </FieldRow>
      <FieldRow>
        <ChoiceField
          label="Stance"
          required
          choices={choicesOf(stanceLabels)}
          {...field('stance')}
        />
        <ChoiceField
          label="Influence"
          required
          choices={choicesOf(influenceLabels)}
          {...field('influence')}
        />
      </FieldRow>
      <TextAreaField
        label="Concern"
        placeholder="What they fear or hope for."
        minRows={2}
        {...field('concern')}
      />
      <TextAreaField
        label="Planned response"
        placeholder="What is done about it, by whom."
        minRows={2}
        {...field('response')}
      />
      <TextField
        label="Adoption is measured by"
        placeholder="Share of proposals made with it"
        {...field('adoptionMeasure')}
      />
      <FieldRow>
        <PercentField label="Adoption wanted" {...field('adoptionTarget')} />
        <PercentField label="Adoption now" {...field('adoptionActual')} />
      </FieldRow>
    </FormModal>
  );
}
