import type { PersonId } from '@evenkeel/core/id';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { RecordsField } from '../../../ui/form/records-field.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { findPeople } from '../api.ts';
import type { PickedPerson } from './person-picker.tsx';

/** Picks some of the people who are in the firm today. */
export function PeoplePicker({ onChange, ...props }: FieldProps<readonly PickedPerson[]>) {
  return (
    <RecordsField
      {...props}
      // Every option comes from `source`, which gives people only.
      onChange={(picked) => onChange(picked.map(({ id, name }) => ({ id: id as PersonId, name })))}
      source={source}
      renderMark={(option) => <PersonMark person={option} show="initials" />}
    />
  );
}

async function source(search: string, signal: AbortSignal) {
  const found = await findPeople(search, signal);
  return found.map(({ id, name, role }) => ({ id, name, ...(role ? { detail: role.name } : {}) }));
}
