import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { type Money, money } from '@evenkeel/core/money';
import { useSession } from '../../../lib/session.ts';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { MoneyField } from '../../../ui/form/number-fields.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import styles from './people.module.css';

/** Rates of a person or a role; without a day they are those of the beginning. */
export type RateValues = {
  readonly validFrom: CalendarDate | null;
  readonly costRate: number;
  readonly billRate: number;
};

type Values = {
  validFrom: CalendarDate | null;
  costRate: Money | null;
  billRate: Money | null;
};

type RateFormProps = {
  readonly title: string;
  readonly submitLabel: string;
  readonly initial: RateValues | null;
  /** Rates of the beginning have no day. */
  readonly hasDay: boolean;
  /** What the change means for days that have passed. */
  readonly note: (validFrom: CalendarDate | null) => string;
  readonly onSave: (values: RateValues) => Promise<unknown>;
  readonly onClose: () => void;
};

/** Cost and bill rate per hour, from a day on. Mount it while it is open. */
export function RateForm(props: RateFormProps) {
  const { title, submitLabel, initial, hasDay, note, onSave, onClose } = props;
  const { currency } = useSession().workspace;
  const amount = (minor: number | undefined) =>
    minor === undefined ? null : money(minor, currency);
  const form = useRecordForm<Values>({
    initialValues: {
      validFrom: initial?.validFrom ?? (hasDay ? readerToday() : null),
      costRate: amount(initial?.costRate),
      billRate: amount(initial?.billRate),
    },
    validate: {
      validFrom: (day) => (hasDay && day === null ? 'Say from which day.' : null),
      costRate: (rate) => (rate === null ? 'Say what an hour costs.' : null),
      billRate: (rate) => (rate === null ? 'Say what an hour is sold for.' : null),
    },
    onSubmit: async ({ validFrom, costRate, billRate }) => {
      if (!costRate || !billRate) return;
      await onSave({ validFrom, costRate: costRate.minor, billRate: billRate.minor });
      onClose();
    },
  });
  const { field } = form;
  return (
    <FormModal title={title} opened onClose={onClose} form={form} submitLabel={submitLabel}>
      {hasDay ? <DateField label="From" required autoFocus {...field('validFrom')} /> : null}
      <FieldRow>
        <MoneyField label="Cost per hour" required currency={currency} {...field('costRate')} />
        <MoneyField label="Bill per hour" required currency={currency} {...field('billRate')} />
      </FieldRow>
      <p className={styles['note']}>{note(form.form.getValues().validFrom)}</p>
    </FormModal>
  );
}
