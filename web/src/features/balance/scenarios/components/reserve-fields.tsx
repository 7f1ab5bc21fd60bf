import type { RingFenceScope } from '@evenkeel/core/balance/ring-fence';
import { addMonths, type CalendarMonth, monthOf } from '@evenkeel/core/calendar-date';
import { useSession } from '../../../../lib/session.ts';
import { ChoiceField } from '../../../../ui/form/choice-fields.tsx';
import { FieldRow } from '../../../../ui/form/form-frame.tsx';
import { EffortField, MoneyField, PercentField } from '../../../../ui/form/number-fields.tsx';
import { TextField } from '../../../../ui/form/text-field.tsx';
import type { RecordForm } from '../../../../ui/form/use-record-form.ts';
import { formatMonth, readerToday } from '../../../../ui/format/date.ts';
import { PersonPicker } from '../../../people/components/person-picker.tsx';
import { RolePicker } from '../../../people/components/role-picker.tsx';
import { TeamPicker } from '../../../people/components/team-picker.tsx';
import {
  amountChoices,
  RingFencePicker,
  scopeChoices,
} from '../../../ring-fence/components/ring-fence-picker.tsx';
import type { ChangeValues } from '../model/change-values.ts';

type ReserveFieldsProps = {
  readonly field: RecordForm<ChangeValues>['field'];
  readonly values: ChangeValues;
  readonly showsMoney: boolean;
};

/** A ring-fence that holds back something else, or a new one. */
export function ReserveFields({ field, values, showsMoney }: ReserveFieldsProps) {
  const { currency } = useSession().workspace;
  const now = monthOf(readerToday());
  const asBefore = values.fence === null ? 'None' : 'As before';
  return (
    <>
      <RingFencePicker label="Ring-fence" {...field('fence')} />
      {values.fence === null ? <NewFields field={field} scope={values.scope} /> : null}
      <FieldRow>
        <ChoiceField label="How much" required choices={amountChoices} {...field('by')} />
        {values.by === 'minutes' ? (
          <EffortField label="Hours a month" required {...field('minutes')} />
        ) : (
          <PercentField label="Share" required {...field('share')} />
        )}
        {showsMoney ? (
          <MoneyField
            label="Money a month"
            placeholder={asBefore}
            currency={currency}
            {...field('held')}
          />
        ) : null}
      </FieldRow>
      <FieldRow>
        <ChoiceField label="From" required choices={monthsFrom(now, 24)} {...field('month')} />
        <ChoiceField
          label="Until"
          placeholder={values.fence === null ? 'It goes on' : 'As before'}
          choices={monthsFrom(now, 36)}
          {...field('endMonth')}
        />
      </FieldRow>
    </>
  );
}

type NewFieldsProps = Pick<ReserveFieldsProps, 'field'> & {
  readonly scope: RingFenceScope['kind'] | null;
};

function NewFields({ field, scope }: NewFieldsProps) {
  return (
    <>
      <TextField label="Name" placeholder="Ring-fence" {...field('name')} />
      <FieldRow>
        <ChoiceField label="Hours of" required choices={scopeChoices} {...field('scope')} />
        {scope === 'team' ? <TeamPicker label="Team" required {...field('teamId')} /> : null}
        {scope === 'role' ? <RolePicker label="Role" required {...field('roleId')} /> : null}
        {scope === 'person' ? <PersonPicker label="Person" required {...field('person')} /> : null}
      </FieldRow>
    </>
  );
}

function monthsFrom(first: CalendarMonth, count: number) {
  return Array.from({ length: count }, (_, place) => {
    const month = addMonths(first, place);
    return { value: month, label: formatMonth(month) };
  });
}
