import { Select } from '@mantine/core';

type OwnerSwitchProps = {
  readonly owners: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
};

/** Whose deals are looked at; an empty value for everybody's. */
export function OwnerSwitch({ owners, value, onChange }: OwnerSwitchProps) {
  return (
    <Select
      aria-label="Owner"
      w={190}
      allowDeselect={false}
      searchable={owners.length > 8}
      withScrollArea={false}
      data={[
        { value: '', label: 'All owners' },
        ...owners.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value}
      onChange={(next) => (next === null ? undefined : onChange(next))}
    />
  );
}
