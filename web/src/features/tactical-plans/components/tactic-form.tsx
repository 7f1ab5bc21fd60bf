import { type TacticView, tactics } from '@evenkeel/contract/tactical-plans';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { TacticalPlanId } from '@evenkeel/core/id';
import { type QuotaPeriod, quotaPeriods } from '@evenkeel/core/strategy/tactic';
import { Pill } from '@mantine/core';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { useTacticalWrite } from '../api.ts';
import { periodLabels } from '../model.ts';
import styles from './tactical.module.css';

type TacticFormProps = {
  readonly tacticalPlanId: TacticalPlanId;
  readonly tactic?: TacticView;
  readonly onClose: () => void;
};

type TacticValues = {
  readonly name: string;
  readonly quota: number | null;
  readonly period: QuotaPeriod | null;
  readonly dueOn: CalendarDate | null;
  readonly incentive: string;
  readonly people: readonly PickedPerson[];
};

const periods = quotaPeriods.map((value) => ({ value, label: periodLabels[value] }));

/** A tactic: with a quota it is counted per person and period, without one it is done once. */
export function TacticForm({ tacticalPlanId, tactic, onClose }: TacticFormProps) {
  const create = useTacticalWrite(tactics.create);
  const update = useTacticalWrite(tactics.update);
  const form = useRecordForm<TacticValues>({
    initialValues: {
      name: tactic?.name ?? '',
      quota: tactic?.quota ?? null,
      period: tactic?.period ?? null,
      dueOn: tactic?.dueOn ?? null,
      incentive: tactic?.incentive ?? '',
      people: tactic?.people ?? [],
    },
    validate: {
      name: (value) => (value.trim() === '' ? 'Say what is done.' : null),
      quota: (value, { period }) =>
        value === null && period !== null ? 'Say how many in each period.' : null,
      period: (value, { quota }) =>
        value === null && quota !== null ? 'Say in which period.' : null,
    },
    onSubmit: async ({ people, ...rest }) => {
      const body = { ...rest, personIds: people.map((person) => person.id) };
      if (tactic) {
        await update.mutateAsync({ params: { id: tactic.id }, version: tactic.version, body });
      } else {
        await create.mutateAsync({ body: { ...body, tacticalPlanId } });
      }
      onClose();
    },
  });
  const { field } = form;
  return (
    <FormModal
      title={tactic ? 'Change the tactic' : 'New tactic'}
      opened
      onClose={onClose}
      form={form}
      submitLabel={tactic ? 'Change' : 'Add tactic'}
    >
      <TextField label="Tactic" placeholder="Demos held" required autoFocus {...field('name')} />
      <FieldRow>
        <NumberField
          label="Quota each"
          description="Empty: done once."
          whole
          minimum={1}
          {...field('quota')}
        />
        <ChoiceField label="In" description="The period." choices={periods} {...field('period')} />
      </FieldRow>
      <PeopleField label="Who does it" {...field('people')} />
      <FieldRow>
        <DateField label="By" {...field('dueOn')} />
        <TextField label="Incentive" placeholder="What people get for it" {...field('incentive')} />
      </FieldRow>
    </FormModal>
  );
}

/** Some people, each once: picked one after the other, taken off by their cross. */
function PeopleField({ value, onChange, ...props }: FieldProps<readonly PickedPerson[]>) {
  return (
    <div>
      <PersonPicker
        {...props}
        value={null}
        placeholder="Add a person"
        onChange={(person) => {
          if (person && !value.some((one) => one.id === person.id)) onChange([...value, person]);
        }}
      />
      <div className={styles['pills']}>
        {value.map((person) => (
          <Pill
            key={person.id}
            withRemoveButton
            removeButtonProps={{ 'aria-label': `Take ${person.name} off` }}
            onRemove={() => onChange(value.filter((one) => one.id !== person.id))}
          >
            {person.name}
          </Pill>
        ))}
      </div>
    </div>
  );
}
