import type { CostItemView } from '@evenkeel/contract/initiative-case';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { RoleId } from '@evenkeel/core/id';
import { type Money, money } from '@evenkeel/core/money';
import type { CostKind, CostPeriod } from '@evenkeel/core/strategy/initiative-cost';
import { useSession } from '../../../../lib/session.ts';
import { ChoiceField } from '../../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../../ui/form/form-modal.tsx';
import { EffortField, MoneyField } from '../../../../ui/form/number-fields.tsx';
import { TextField } from '../../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../../ui/form/use-record-form.ts';
import { RolePicker } from '../../../people/components/role-picker.tsx';
import { choicesOf } from '../words.ts';

/** What an item of cost is made of. */
export type CostDraft = {
  readonly name: string;
  readonly kind: CostKind;
  readonly amount: number | null;
  readonly period: CostPeriod | null;
  readonly roleId: RoleId | null;
  readonly minutes: number | null;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
};

type CostFormProps = {
  /** Null for a new one. */
  readonly item: CostItemView | null;
  readonly onSave: (draft: CostDraft) => Promise<void>;
  readonly onClose: () => void;
};

type Values = Omit<CostDraft, 'kind' | 'amount'> & {
  readonly kind: CostKind | null;
  readonly amount: Money | null;
};

const kinds = choicesOf<CostKind>({
  'one-off': 'Paid once',
  recurring: 'Paid again and again',
  people: 'Time of our people',
});
const periods = choicesOf<CostPeriod>({
  monthly: 'Every month',
  quarterly: 'Every quarter',
  yearly: 'Every year',
});

/** An item of cost. What it asks for follows its kind. */
export function CostForm({ item, onSave, onClose }: CostFormProps) {
  const { currency } = useSession().workspace;
  const form = useCostForm(item, onSave);
  const { field } = form;
  const { kind } = form.form.getValues();
  return (
    <FormModal
      title={item ? 'Change cost' : 'Add cost'}
      opened
      onClose={onClose}
      form={form}
      submitLabel={item ? 'Save changes' : 'Add cost'}
    >
      <TextField label="What it is for" required autoFocus {...field('name')} />
      <ChoiceField label="Kind" required choices={kinds} {...field('kind')} />
      {kind === 'people' ? (
        <FieldRow>
          <RolePicker label="Role" {...field('roleId')} />
          <EffortField label="Hours in all" required {...field('minutes')} />
        </FieldRow>
      ) : (
        <FieldRow>
          <MoneyField
            label={kind === 'recurring' ? 'Each payment' : 'Amount'}
            required
            currency={currency}
            {...field('amount')}
          />
          {kind === 'recurring' ? (
            <ChoiceField label="How often" required choices={periods} {...field('period')} />
          ) : null}
        </FieldRow>
      )}
      <FieldRow>
        <DateField
          label={kind === 'one-off' ? 'Paid on' : 'From'}
          description="Else from the start of the initiative."
          {...field('startsOn')}
        />
        {kind === 'one-off' ? null : (
          <DateField
            label="To"
            description="Else to the end of the initiative."
            {...field('endsOn')}
          />
        )}
      </FieldRow>
    </FormModal>
  );
}

function useCostForm(item: CostItemView | null, onSave: CostFormProps['onSave']) {
  const { currency } = useSession().workspace;
  const amount = item?.amount ?? null;
  return useRecordForm<Values>({
    initialValues: {
      name: item?.name ?? '',
      kind: item?.kind ?? 'one-off',
      amount: amount === null ? null : money(amount, currency),
      period: item?.period ?? 'monthly',
      roleId: item?.role?.id ?? null,
      minutes: item?.minutes ?? null,
      startsOn: item?.startsOn ?? null,
      endsOn: item?.endsOn ?? null,
    },
    validate: {
      name: (name) => (name.trim() === '' ? 'Say what it is for.' : null),
      amount: (given, { kind }) =>
        kind !== 'people' && given === null ? 'Say how much it is.' : null,
      minutes: (given, { kind }) =>
        kind === 'people' && given === null ? 'Say how many hours in all.' : null,
    },
    onSubmit: (values) => onSave(draftFrom(values)),
  });
}

/** Only what belongs to the kind: what was filled in before another was chosen is left out. */
function draftFrom({ kind: given, amount, ...values }: Values): CostDraft {
  const kind = given ?? 'one-off';
  const isPeople = kind === 'people';
  return {
    ...values,
    kind,
    amount: isPeople ? null : (amount?.minor ?? null),
    period: kind === 'recurring' ? values.period : null,
    roleId: isPeople ? values.roleId : null,
    minutes: isPeople ? values.minutes : null,
    endsOn: kind === 'one-off' ? null : values.endsOn,
  };
}
