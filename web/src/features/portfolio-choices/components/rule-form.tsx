import type { CandidateView, PortfolioFactsView } from '@evenkeel/contract/portfolio-candidates';
import type { PortfolioChoiceView } from '@evenkeel/contract/portfolio-choices';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import type { CandidateId } from '@evenkeel/core/portfolio-choice/choice';
import { CheckField, ChoiceField, ChoicesField } from '../../../ui/form/choice-fields.tsx';
import { FieldRow, FormFrame } from '../../../ui/form/form-frame.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatMonth } from '../../../ui/format/date.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useSetRule } from '../api.ts';
import styles from './choice.module.css';

type RuleFormProps = {
  readonly choice: PortfolioChoiceView;
  readonly candidate: CandidateView;
  readonly facts: PortfolioFactsView;
  readonly onSaved: () => void;
};

type Values = {
  override: 'none' | 'in' | 'out' | null;
  pinMonth: CalendarMonth | null;
  pinReason: string;
  firstMonth: CalendarMonth | null;
  lastMonth: CalendarMonth | null;
  isMandatory: boolean;
  exclusiveGroup: string;
  requires: readonly CandidateId[];
};

const overrides = [
  { value: 'none', label: 'Let the result decide' },
  { value: 'in', label: 'Put it in' },
  { value: 'out', label: 'Keep it out' },
] as const;

/** What a person says of a candidate: an override with its reason, when it may start, what goes with it. */
export function RuleForm({ choice, candidate, facts, onSaved }: RuleFormProps) {
  const { mutateAsync } = useSetRule();
  const { rule } = candidate;
  const form = useRecordForm<Values>({
    initialValues: {
      override: rule.pin?.side ?? 'none',
      pinMonth: rule.pin?.side === 'in' ? rule.pin.month : null,
      pinReason: rule.pinReason,
      firstMonth: rule.firstMonth,
      lastMonth: rule.lastMonth,
      isMandatory: rule.isMandatory,
      exclusiveGroup: rule.exclusiveGroup,
      requires: rule.requires,
    },
    validate: {
      pinReason: (reason, { override }) =>
        (override ?? 'none') !== 'none' && reason.trim() === ''
          ? 'Say why, so that it can be read later.'
          : null,
    },
    onSubmit: async (values) => {
      await mutateAsync({
        params: { id: choice.id, candidateId: candidate.id },
        body: draftOf(values),
      });
      notifyDone({ message: `Kept for “${candidate.name}”. Run again to see what follows.` });
      onSaved();
    },
  });
  const override = form.form.getValues().override ?? 'none';
  const months = facts.months.map((month) => ({ value: month, label: formatMonth(month) }));
  const others = facts.candidates
    .filter((one) => one.id !== candidate.id)
    .map((one) => ({ value: one.id, label: one.name }));
  return (
    <>
      <h3 className={styles['heading']}>In this choice</h3>
      <FormFrame form={form} submitLabel="Keep">
        <ChoiceField label="Override" required choices={overrides} {...form.field('override')} />
        {override === 'none' ? null : (
          <TextAreaField
            label="Reason"
            description="Kept with your name; everybody can read it."
            required
            {...form.field('pinReason')}
          />
        )}
        {override === 'in' ? (
          <ChoiceField label="In" choices={months} {...form.field('pinMonth')} />
        ) : null}
        <FieldRow>
          <ChoiceField label="Starts not before" choices={months} {...form.field('firstMonth')} />
          <ChoiceField label="Starts not after" choices={months} {...form.field('lastMonth')} />
        </FieldRow>
        <CheckField label="Mandatory" {...form.field('isMandatory')} />
        <TextField
          label="Only one of"
          description="Of candidates with the same words here at most one is chosen."
          {...form.field('exclusiveGroup')}
        />
        <ChoicesField
          label="Only together with"
          description="Chosen only if all of these are."
          choices={others}
          {...form.field('requires')}
        />
      </FormFrame>
    </>
  );
}

function draftOf(values: Values) {
  const { override, pinMonth, requires, ...rest } = values;
  const pin =
    override === 'in'
      ? ({ side: 'in', month: pinMonth } as const)
      : override === 'out'
        ? ({ side: 'out' } as const)
        : null;
  return {
    ...rest,
    pin,
    pinReason: pin === null ? '' : rest.pinReason,
    requires: [...requires],
  };
}
