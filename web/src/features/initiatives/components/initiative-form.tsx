import { type InitiativeView, initiatives } from '@evenkeel/contract/initiatives';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { TemplateId } from '@evenkeel/core/id';
import {
  type InitiativeCategory,
  initiativeCategories,
} from '@evenkeel/core/projects/initiative-category';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { NewFieldsPanel, useNewFields } from '../../custom-fields/components/new-fields-panel.tsx';
import { GoalPicker, type PickedGoal } from '../../goals/components/goal-picker.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { useTemplates } from '../../projects/api.ts';
import { useInitiativeWrite } from '../api.ts';
import { categoryLabels } from '../model.ts';

type InitiativeFormProps = {
  /** The goal it is to serve, when that is known from where the form was opened. */
  readonly goal?: PickedGoal;
  readonly onClose: () => void;
  readonly onCreated?: (initiative: InitiativeView) => void;
};

type InitiativeValues = {
  readonly name: string;
  readonly goal: PickedGoal | null;
  readonly businessNeed: string;
  readonly category: InitiativeCategory | null;
  readonly owner: PickedPerson | null;
  readonly templateId: TemplateId | null;
  readonly startOn: CalendarDate | null;
};

const categories = initiativeCategories.map((value) => ({ value, label: categoryLabels[value] }));

/** A new initiative under a goal. Its page, which opens next, says what the test still asks for. */
export function InitiativeForm({ goal, onClose, onCreated }: InitiativeFormProps) {
  const create = useInitiativeWrite(initiatives.create);
  const own = useNewFields('initiative');
  const form = useRecordForm<InitiativeValues>({
    initialValues: {
      name: '',
      goal: goal ?? null,
      businessNeed: '',
      category: null,
      owner: null,
      templateId: null,
      startOn: null,
    },
    validate: { name: (value) => (value.trim() === '' ? 'Give the initiative a name.' : null) },
    onSubmit: async ({ goal: served, owner, ...rest }) => {
      const goals = served ? [{ goalId: served.id, strength: 1 }] : [];
      const body = { ...rest, goals, ownerId: owner?.id ?? null };
      const initiative = await create.mutateAsync({ body });
      await own.keep(initiative.id);
      notifyDone({ message: `Initiative “${initiative.name}” added to those considered` });
      onClose();
      onCreated?.(initiative);
    },
  });
  const templates = useTemplates('initiative');
  const { field } = form;
  return (
    <FormModal
      title="New initiative"
      opened
      onClose={onClose}
      form={form}
      submitLabel="Add initiative"
    >
      <TextField label="Initiative" required autoFocus {...field('name')} />
      <GoalPicker
        label="Goal it serves"
        description="It can be added without one, but not approved."
        {...field('goal')}
      />
      <TextAreaField
        label="Business need"
        placeholder="Why the firm needs it, and what happens without it."
        {...field('businessNeed')}
      />
      <FieldRow>
        <ChoiceField label="Category" choices={categories} {...field('category')} />
        <PersonPicker label="Leader" {...field('owner')} />
      </FieldRow>
      <FieldRow>
        <ChoiceField
          label="Template"
          placeholder="Begin with no plan"
          choices={templates.map(({ id, name }) => ({ value: id, label: name }))}
          {...field('templateId')}
        />
        <DateField label="Starts" {...field('startOn')} />
      </FieldRow>
      <NewFieldsPanel {...own} />
    </FormModal>
  );
}
