import type { CustomFieldView } from '@evenkeel/contract/custom-fields';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { CustomValue } from '@evenkeel/core/custom-field';
import type { PersonId } from '@evenkeel/core/id';
import { money } from '@evenkeel/core/money';
import { MultiSelect } from '@mantine/core';
import { useSession } from '../../../lib/session.ts';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { type FieldProps, sharedProps } from '../../../ui/form/field-props.ts';
import { MoneyField, NumberField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { usePeople } from '../../people/api.ts';
import { PersonPicker } from '../../people/components/person-picker.tsx';

type CustomValuePickerProps = Omit<FieldProps<CustomValue | null>, 'label'> & {
  readonly field: CustomFieldView;
};

/** The control for a value of a custom field, by its type. */
export function CustomValuePicker({ field, value, onChange, ...rest }: CustomValuePickerProps) {
  const { currency } = useSession().workspace;
  const props = { label: field.name, ...rest };
  const text = typeof value === 'string' ? value : null;
  const number = typeof value === 'number' ? value : null;
  switch (field.type) {
    case 'text':
      return <TextField {...props} value={text ?? ''} onChange={onChange} maxLength={2_000} />;
    case 'number':
      return <NumberField {...props} value={number} onChange={onChange} />;
    case 'money':
      return (
        <MoneyField
          {...props}
          currency={currency}
          value={number === null ? null : money(number, currency)}
          onChange={(amount) => onChange(amount?.minor ?? null)}
        />
      );
    case 'date':
      // Checked by the server before it was kept.
      return <DateField {...props} value={text as CalendarDate | null} onChange={onChange} />;
    case 'boolean':
      return (
        <ChoiceField
          {...props}
          choices={yesOrNo}
          value={typeof value === 'boolean' ? String(value) : null}
          onChange={(picked) => onChange(picked === null ? null : picked === 'true')}
        />
      );
    case 'choice':
      return <ChoiceField {...props} choices={choicesOf(field)} value={text} onChange={onChange} />;
    case 'choices':
      return (
        <MultiSelect
          {...sharedProps({ ...props, value, onChange })}
          data={choicesOf(field)}
          value={Array.isArray(value) ? [...value] : []}
          onChange={onChange}
          onBlur={() => rest.onBlur?.()}
        />
      );
    case 'person':
      return <CustomPerson {...props} value={text} onChange={onChange} />;
  }
}

const yesOrNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

function choicesOf(field: CustomFieldView) {
  return field.choices.map(({ id, name }) => ({ value: id, label: name }));
}

function CustomPerson({ value, onChange, ...props }: FieldProps<string | null>) {
  const name = usePeople().data?.find(({ id }) => id === value)?.name;
  return (
    <PersonPicker
      {...props}
      // Kept as the id of a person, which the server has checked.
      value={value === null ? null : { id: value as PersonId, name: name ?? '…' }}
      onChange={(person) => onChange(person?.id ?? null)}
    />
  );
}
