import type { PersonId } from '@evenkeel/core/id';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { RecordField } from '../../../ui/form/record-field.tsx';
import type { RecordOption } from '../../../ui/form/use-record-options.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { findPeople } from '../api.ts';

/** A person that was picked. */
export type PickedPerson = { readonly id: PersonId; readonly name: string };

type PersonPickerProps = FieldProps<PickedPerson | null>;

/** Picks one of the people who are in the firm today. */
export function PersonPicker({ value, onChange, ...props }: PersonPickerProps) {
  return (
    <RecordField
      {...props}
      value={value}
      // Every option comes from `source`, which gives people only.
      onChange={(option) => onChange(option && { id: option.id as PersonId, name: option.name })}
      source={source}
      renderMark={(option) => <PersonMark person={option} show="initials" />}
    />
  );
}

async function source(search: string, signal: AbortSignal): Promise<RecordOption[]> {
  const found = await findPeople(search, signal);
  return found.map(({ id, name, role, team }) => {
    const detail = [role?.name, team?.name].filter(Boolean).join(', ');
    return { id, name, ...(detail ? { detail } : {}) };
  });
}
