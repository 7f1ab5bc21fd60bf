import { type GoalView, goals } from '@evenkeel/contract/goals';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { StrategicPlanId } from '@evenkeel/core/id';
import { type GoalDriver, goalDrivers } from '@evenkeel/core/strategy/goal';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { NewFieldsPanel, useNewFields } from '../../custom-fields/components/new-fields-panel.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { PlanPicker } from '../../plans/components/plan-picker.tsx';
import { useGoalWrite } from '../api.ts';
import { driverLabels } from '../model.ts';

type GoalFormProps = {
  /** The plan it is to stand in, when that is known from where the form was opened. */
  readonly planId?: StrategicPlanId;
  /** What it is most likely called. */
  readonly name?: string;
  readonly onClose: () => void;
  readonly onCreated?: (goal: GoalView) => void;
};

type GoalValues = {
  readonly name: string;
  readonly planId: StrategicPlanId | null;
  readonly driver: GoalDriver | null;
  readonly measure: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly deadline: CalendarDate | null;
  readonly owner: PickedPerson | null;
};

const driverChoices = goalDrivers.map((value) => ({ value, label: driverLabels[value] }));

/** A new goal: its end result in numbers and its deadline; the rest can follow on its page. */
export function GoalForm({ planId, name: likelyName = '', onClose, onCreated }: GoalFormProps) {
  const create = useGoalWrite(goals.create);
  const own = useNewFields('goal');
  const form = useRecordForm<GoalValues>({
    initialValues: {
      name: likelyName,
      planId: planId ?? null,
      driver: null,
      measure: '',
      unit: '',
      baseline: null,
      target: null,
      deadline: null,
      owner: null,
    },
    validate: {
      name: (value) => (value.trim() === '' ? 'Give the goal a name.' : null),
      planId: (value) => (value === null ? 'Say which plan it belongs to.' : null),
      driver: (value) => (value === null ? 'Say what drives it.' : null),
      measure: (value, { baseline, target }) =>
        value.trim() === '' && (baseline !== null || target !== null)
          ? 'Say what these numbers measure.'
          : null,
    },
    onSubmit: async ({
      owner,
      planId: chosenPlan,
      driver,
      name,
      deadline,
      measure,
      ...numbers
    }) => {
      if (!chosenPlan || !driver) return;
      const kpi = measure.trim() === '' ? null : { ...numbers, name: measure };
      const ownerId = owner?.id ?? null;
      const body = { name, deadline, kpi, planId: chosenPlan, driver, ownerId };
      const goal = await create.mutateAsync({ body });
      await own.keep(goal.id);
      notifyDone({ message: `Goal “${goal.name}” added` });
      onClose();
      onCreated?.(goal);
    },
  });
  const { field } = form;
  return (
    <FormModal title="New goal" opened onClose={onClose} form={form} submitLabel="Add goal">
      <TextField
        label="Goal"
        description="An end result that can be observed: “50% more clients by the end of the year”."
        required
        autoFocus
        {...field('name')}
      />
      <FieldRow>
        {planId ? null : <PlanPicker label="Plan" required {...field('planId')} />}
        <ChoiceField label="Driver" required choices={driverChoices} {...field('driver')} />
      </FieldRow>
      <FieldRow>
        <TextField
          label="First KPI"
          placeholder="Active clients"
          description="What is measured; more can follow."
          {...field('measure')}
        />
        <TextField
          label="Unit"
          description="Of that number."
          placeholder="clients, %, days"
          {...field('unit')}
        />
      </FieldRow>
      <FieldRow>
        <NumberField label="Baseline" {...field('baseline')} />
        <NumberField label="Target" {...field('target')} />
      </FieldRow>
      <FieldRow>
        <DateField label="Deadline" {...field('deadline')} />
        <PersonPicker label="Owner" {...field('owner')} />
      </FieldRow>
      <NewFieldsPanel {...own} />
    </FormModal>
  );
}
