import { type TacticalPlanView, tacticalPlans } from '@evenkeel/contract/tactical-plans';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { GoalId, StrategicPlanId } from '@evenkeel/core/id';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { PlanGoalPicker } from '../../goals/components/plan-goal-picker.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { useTacticalWrite } from '../api.ts';

type TacticalPlanFormProps = {
  readonly planId: StrategicPlanId;
  readonly onClose: () => void;
  readonly onCreated: (plan: TacticalPlanView) => void;
};

type TacticalPlanValues = {
  readonly name: string;
  readonly goalId: GoalId | null;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly owner: PickedPerson | null;
};

/** A new tactical plan: what it is for and when; its tactics follow on its page. */
export function TacticalPlanForm({ planId, onClose, onCreated }: TacticalPlanFormProps) {
  const create = useTacticalWrite(tacticalPlans.create);
  const form = useRecordForm<TacticalPlanValues>({
    initialValues: { name: '', goalId: null, startsOn: null, endsOn: null, owner: null },
    validate: { name: (value) => (value.trim() === '' ? 'Give the plan a name.' : null) },
    onSubmit: async ({ owner, ...rest }) => {
      const body = { ...rest, planId, ownerId: owner?.id ?? null };
      const plan = await create.mutateAsync({ body });
      onClose();
      onCreated(plan);
    },
  });
  const { field } = form;
  return (
    <FormModal
      title="New tactical plan"
      opened
      onClose={onClose}
      form={form}
      submitLabel="Add plan"
    >
      <TextField label="Name" placeholder="Prospecting" required autoFocus {...field('name')} />
      <PlanGoalPicker
        label="Goal it serves"
        description="A tactical plan is tied to a strategic goal."
        planId={planId}
        {...field('goalId')}
      />
      <FieldRow>
        <DateField label="From" {...field('startsOn')} />
        <DateField label="To" {...field('endsOn')} />
      </FieldRow>
      <PersonPicker label="Owner" {...field('owner')} />
    </FormModal>
  );
}
