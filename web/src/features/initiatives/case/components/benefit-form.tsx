import type { BenefitView } from '@evenkeel/contract/initiative-case';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { type Money, money } from '@evenkeel/core/money';
import type {
  BenefitNature,
  BenefitOutcome,
  BenefitPeriod,
  BenefitTiming,
} from '@evenkeel/core/strategy/benefit';
import { useSession } from '../../../../lib/session.ts';
import { ChoiceField } from '../../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../../ui/form/form-modal.tsx';
import { MoneyField } from '../../../../ui/form/number-fields.tsx';
import { TextAreaField, TextField } from '../../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../../ui/form/use-record-form.ts';
import { choicesOf, outcomeLabels, timingLabels } from '../words.ts';

/** What a benefit is made of. */
export type BenefitDraft = Omit<BenefitView, 'id' | 'version' | 'isCheckDue'>;

type BenefitFormProps = {
  /** Null for a new one. */
  readonly benefit: BenefitView | null;
  readonly onSave: (draft: BenefitDraft) => Promise<void>;
  readonly onClose: () => void;
};

type Values = {
  name: string;
  nature: BenefitNature | null;
  timing: BenefitTiming | null;
  amount: Money | null;
  period: BenefitPeriod | null;
  dueOn: CalendarDate | null;
  measuredBy: string;
  outcome: BenefitOutcome | null;
  actualAmount: Money | null;
  outcomeNote: string;
};

const natures = choicesOf<BenefitNature>({ money: 'Money', other: 'Something else' });
const periods = choicesOf<BenefitPeriod>({ once: 'Once', yearly: 'Every year' });

/** A benefit: what comes, when, how it is seen; and once its day has come, whether it did. */
export function BenefitForm({ benefit, onSave, onClose }: BenefitFormProps) {
  const { currency } = useSession().workspace;
  const form = useBenefitForm(benefit, onSave);
  const { field } = form;
  const values = form.form.getValues();
  const isMoney = values.nature === 'money';
  return (
    <FormModal
      title={benefit ? 'Change benefit' : 'Add benefit'}
      opened
      onClose={onClose}
      form={form}
      submitLabel={benefit ? 'Save changes' : 'Add benefit'}
    >
      <TextField label="What it brings" required autoFocus {...field('name')} />
      <FieldRow>
        <ChoiceField label="Comes as" required choices={natures} {...field('nature')} />
        <ChoiceField
          label="Comes"
          required
          choices={choicesOf(timingLabels)}
          {...field('timing')}
        />
      </FieldRow>
      {isMoney ? (
        <FieldRow>
          <MoneyField label="Expected" currency={currency} {...field('amount')} />
          <ChoiceField label="How often" required choices={periods} {...field('period')} />
        </FieldRow>
      ) : null}
      <FieldRow>
        <DateField label="Should have come by" {...field('dueOn')} />
        <TextField label="Seen by" placeholder="Invoices, a survey…" {...field('measuredBy')} />
      </FieldRow>
      {benefit ? (
        <>
          <FieldRow>
            <ChoiceField
              label="Did it come?"
              required
              choices={choicesOf(outcomeLabels)}
              {...field('outcome')}
            />
            {isMoney ? (
              <MoneyField label="Came" currency={currency} {...field('actualAmount')} />
            ) : null}
          </FieldRow>
          <TextAreaField label="What the check found" minRows={2} {...field('outcomeNote')} />
        </>
      ) : null}
    </FormModal>
  );
}

function useBenefitForm(benefit: BenefitView | null, onSave: BenefitFormProps['onSave']) {
  const { currency } = useSession().workspace;
  const amountOf = (minor: number | null | undefined) =>
    minor === null || minor === undefined ? null : money(minor, currency);
  return useRecordForm<Values>({
    initialValues: {
      name: benefit?.name ?? '',
      nature: benefit?.nature ?? 'money',
      timing: benefit?.timing ?? 'direct',
      amount: amountOf(benefit?.amount),
      period: benefit?.period ?? 'once',
      dueOn: benefit?.dueOn ?? null,
      measuredBy: benefit?.measuredBy ?? '',
      outcome: benefit?.outcome ?? 'open',
      actualAmount: amountOf(benefit?.actualAmount),
      outcomeNote: benefit?.outcomeNote ?? '',
    },
    validate: { name: (name) => (name.trim() === '' ? 'Say what it brings.' : null) },
    onSubmit: ({ nature, timing, period, outcome, amount, actualAmount, ...values }) => {
      const isMoney = nature === 'money';
      return onSave({
        ...values,
        nature: nature ?? 'other',
        timing: timing ?? 'direct',
        period: period ?? 'once',
        outcome: outcome ?? 'open',
        amount: isMoney ? (amount?.minor ?? null) : null,
        actualAmount: isMoney ? (actualAmount?.minor ?? null) : null,
      });
    },
  });
}
