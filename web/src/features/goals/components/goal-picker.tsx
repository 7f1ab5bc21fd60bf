import type { GoalId } from '@evenkeel/core/id';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { RecordField } from '../../../ui/form/record-field.tsx';
import type { RecordOption } from '../../../ui/form/use-record-options.ts';
import { findGoals } from '../api.ts';

/** A goal that was picked. */
export type PickedGoal = { readonly id: GoalId; readonly name: string };

/** Picks one of the firm's goals. */
export function GoalPicker({ value, onChange, ...props }: FieldProps<PickedGoal | null>) {
  return (
    <RecordField
      {...props}
      value={value}
      // Every option comes from `source`, which gives goals only.
      onChange={(option) => onChange(option && { id: option.id as GoalId, name: option.name })}
      source={source}
    />
  );
}

async function source(search: string, signal: AbortSignal): Promise<RecordOption[]> {
  const found = await findGoals(search, signal);
  return found.map(({ id, name, plan }) => ({ id, name, detail: plan.name }));
}
