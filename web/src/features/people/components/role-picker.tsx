import type { RoleId } from '@evenkeel/core/id';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { useRoles } from '../api.ts';

/** A role by its name. */
export function RoleName({ id }: { readonly id: RoleId }) {
  return <>{useRoles().data?.rows.find((role) => role.id === id)?.name}</>;
}

/** Picks what somebody does in delivery. */
export function RolePicker(props: FieldProps<RoleId | null>) {
  const roles = useRoles();
  const choices = roles.data?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return <ChoiceField {...props} choices={choices} placeholder={props.placeholder ?? 'No role'} />;
}
