import type { StrategicPlanId } from '@evenkeel/core/id';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { usePlans } from '../api.ts';

/** Picks a strategic plan. */
export function PlanPicker(props: FieldProps<StrategicPlanId | null>) {
  const plans = usePlans();
  const choices = plans.data?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return <ChoiceField {...props} choices={choices} />;
}
