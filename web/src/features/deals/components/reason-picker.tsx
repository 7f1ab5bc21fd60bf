import type { DealReasonView } from '@evenkeel/contract/deal-reasons';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { RecordField } from '../../../ui/form/record-field.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { createReasonNamed, findReasons, useDealReasons } from '../api.ts';

export type ReasonId = DealReasonView['id'];

type ReasonPickerProps = FieldProps<ReasonId | null> & { readonly outcome: 'won' | 'lost' };

/** Picks why a deal was won or lost, or adds a reason of the typed name. */
export function ReasonPicker({ outcome, value, onChange, ...props }: ReasonPickerProps) {
  const reasons = useDealReasons().data?.rows ?? [];
  const picked = reasons.find(({ id }) => id === value);
  const create = async (name: string) => {
    try {
      onChange((await createReasonNamed(outcome, name)).id);
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not added.' });
    }
  };
  return (
    <RecordField
      {...props}
      value={picked ? { id: picked.id, name: picked.name } : null}
      // Every option comes from `source`, which gives reasons only.
      onChange={(option) => onChange(option && (option.id as ReasonId))}
      source={sources[outcome]}
      onCreate={(name) => void create(name)}
    />
  );
}

const sources = {
  won: (search: string) => findReasons('won', search),
  lost: (search: string) => findReasons('lost', search),
};
