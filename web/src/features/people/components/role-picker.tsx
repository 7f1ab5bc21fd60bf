import type { RoleId } from '@evenkeel/core/id';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { useRoles } from '../api.ts';

/** Picks what somebody does in delivery. */
export function RolePicker(props: FieldProps<RoleId | null>) {
  const roles = useRoles();
  const choices = roles.data?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return <ChoiceField {...props} choices={choices} placeholder={props.placeholder ?? 'No role'} />;
}
