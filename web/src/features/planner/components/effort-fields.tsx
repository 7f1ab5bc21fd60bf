import type { AllocationEffort } from '@evenkeel/core/capacity/allocation';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { EffortField, PercentField } from '../../../ui/form/number-fields.tsx';

/** An effort while it is typed. */
export type TypedEffort = {
  readonly by: 'day' | 'share';
  readonly minutesPerDay: number | null;
  readonly basisPoints: number | null;
};

const choices = [
  { value: 'day', label: 'Hours a day' },
  { value: 'share', label: 'Share of their time' },
] as const;

/** Hours of each working day, or a share of what somebody can work. */
export function EffortFields(props: FieldProps<TypedEffort>) {
  const { value, onChange, onBlur, error, disabled } = props;
  const shared = { onBlur, error, disabled, required: true };
  return (
    <FieldRow>
      <ChoiceField
        label="Effort as"
        required
        disabled={disabled}
        choices={choices}
        value={value.by}
        onChange={(by) => by && onChange({ ...value, by })}
        onBlur={onBlur}
      />
      {value.by === 'day' ? (
        <EffortField
          {...shared}
          label="Hours a day"
          name="effort"
          value={value.minutesPerDay}
          onChange={(minutesPerDay) => onChange({ ...value, minutesPerDay })}
        />
      ) : (
        <PercentField
          {...shared}
          label="Share"
          name="effort"
          value={value.basisPoints}
          onChange={(basisPoints) => onChange({ ...value, basisPoints })}
        />
      )}
    </FieldRow>
  );
}

/** An effort as it is typed; the other way begins with half of a usual day. */
export function typedEffort(effort: AllocationEffort): TypedEffort {
  return effort.by === 'day'
    ? { by: 'day', minutesPerDay: effort.minutesPerDay, basisPoints: 5_000 }
    : { by: 'share', minutesPerDay: 240, basisPoints: effort.basisPoints };
}

/** What was typed; null while a number is missing. */
export function effortOf(typed: TypedEffort): AllocationEffort | null {
  const { by, minutesPerDay, basisPoints } = typed;
  if (by === 'day') return minutesPerDay === null ? null : { by, minutesPerDay };
  return basisPoints === null ? null : { by, basisPoints };
}
