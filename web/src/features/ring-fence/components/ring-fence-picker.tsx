import type { RingFenceId } from '@evenkeel/core/id';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { useRingFences } from '../api.ts';

/** Whose hours can be held back. */
export const scopeChoices = [
  { value: 'firm', label: 'The whole firm' },
  { value: 'team', label: 'A team' },
  { value: 'role', label: 'A role' },
  { value: 'person', label: 'A person' },
] as const;

/** How much can be held back. */
export const amountChoices = [
  { value: 'share', label: 'A share of capacity' },
  { value: 'minutes', label: 'Hours a month' },
] as const;

/** Picks a ring-fence of the firm; none is a new one. */
export function RingFencePicker(props: FieldProps<RingFenceId | null>) {
  const fences = useRingFences();
  const choices = fences.data?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return (
    <ChoiceField {...props} choices={choices} placeholder={props.placeholder ?? 'A new one'} />
  );
}
