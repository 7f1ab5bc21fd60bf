import { type PlanView, plans } from '@evenkeel/contract/plans';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { Nothing } from '../../../ui/marks/values.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { EditableField } from '../../../ui/record/editable-field.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { usePlanWrite } from '../api.ts';
import styles from './plans.module.css';

type PlanDutiesProps = { readonly plan: PlanView; readonly canEdit: boolean };
type Duty = PlanView['duties'][number];

/** The directly responsible individuals of a plan and what each answers for (ST-22). */
export function PlanDuties({ plan, canEdit }: PlanDutiesProps) {
  const write = usePlanWrite(plans.setDuties);
  const [adding, setAdding] = useState(false);
  const set = (duties: readonly Duty[]) =>
    write.mutateAsync({
      params: { id: plan.id },
      body: { duties: duties.map(({ person, duty }) => ({ personId: person.id, duty })) },
    });
  const remove = async ({ person }: Duty) => {
    try {
      await set(plan.duties.filter((one) => one.person.id !== person.id));
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Section
      title="Directly responsible"
      note="Who answers for what in this plan"
      actions={
        canEdit ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => setAdding(true)}
          >
            Add person
          </Button>
        ) : null
      }
    >
      {plan.duties.length === 0 ? (
        <p className={styles['none']}>Nobody yet. Name one person for each part of the plan.</p>
      ) : (
        <ul className={styles['duties']}>
          {plan.duties.map((one) => (
            <li key={one.person.id}>
              <span className={styles['duty-person']}>
                <PersonMark person={one.person} />
              </span>
              <span className={styles['duty']}>
                <EditableField
                  label={`Duty of ${one.person.name}`}
                  value={one.duty}
                  canEdit={canEdit}
                  onSave={(duty) =>
                    set(plan.duties.map((other) => (other === one ? { ...one, duty } : other)))
                  }
                  editor={(field) => <TextField {...field} />}
                >
                  {one.duty || <Nothing />}
                </EditableField>
              </span>
              {canEdit ? (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Take ${one.person.name} off`}
                  onClick={() => void remove(one)}
                >
                  <IconX size={15} />
                </ActionIcon>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <DutyForm
          onClose={() => setAdding(false)}
          onSave={(person, duty) => set([...plan.duties, { person, duty }])}
        />
      ) : null}
    </Section>
  );
}

type DutyFormProps = {
  readonly onClose: () => void;
  readonly onSave: (person: PickedPerson, duty: string) => Promise<unknown>;
};

type DutyValues = { readonly person: PickedPerson | null; readonly duty: string };

function DutyForm({ onClose, onSave }: DutyFormProps) {
  const form = useRecordForm<DutyValues>({
    initialValues: { person: null, duty: '' },
    validate: { person: (value) => (value === null ? 'Say who it is.' : null) },
    onSubmit: async ({ person, duty }) => {
      if (!person) return;
      await onSave(person, duty);
      onClose();
    },
  });
  const { field } = form;
  return (
    <FormModal title="Directly responsible" opened onClose={onClose} form={form} submitLabel="Add">
      <PersonPicker label="Person" required autoFocus {...field('person')} />
      <TextField label="Answers for" placeholder="Growth in the north" {...field('duty')} />
    </FormModal>
  );
}
