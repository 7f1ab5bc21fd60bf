import type { GoalId, StrategicPlanId } from '@evenkeel/core/id';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { useGoals } from '../api.ts';

type PlanGoalPickerProps = FieldProps<GoalId | null> & { readonly planId: StrategicPlanId };

/** Picks one of the goals of a strategic plan. */
export function PlanGoalPicker({ planId, ...props }: PlanGoalPickerProps) {
  const { data } = useGoals(planId);
  const choices = data?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return <ChoiceField {...props} choices={choices} placeholder={props.placeholder ?? 'No goal'} />;
}
