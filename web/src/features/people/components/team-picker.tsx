import type { TeamId } from '@evenkeel/core/id';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { useTeams } from '../api.ts';

/** Picks a team of the firm. */
export function TeamPicker(props: FieldProps<TeamId | null>) {
  const teams = useTeams();
  const choices = teams.data?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return <ChoiceField {...props} choices={choices} placeholder={props.placeholder ?? 'No team'} />;
}
