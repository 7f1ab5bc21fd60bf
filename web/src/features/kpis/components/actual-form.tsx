import { type KpiRow, kpis } from '@evenkeel/contract/kpis';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatDate, readerToday } from '../../../ui/format/date.ts';
import { formatMeasured, withUnit } from '../../../ui/format/measured.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useKpiWrite } from '../api.ts';

type EnteredActual = {
  readonly on: CalendarDate;
  readonly value: number;
  readonly comment: string;
};

type ActualFormProps = {
  readonly kpi: Pick<KpiRow, 'id' | 'name' | 'unit' | 'dueOn'>;
  /** The actual to be corrected; its day stays. */
  readonly actual?: EnteredActual;
  readonly onClose: () => void;
};

type ActualValues = {
  readonly on: CalendarDate | null;
  readonly value: number | null;
  readonly comment: string;
};

/** What was measured on a day, and what there is to say about it. */
export function ActualForm({ kpi, actual, onClose }: ActualFormProps) {
  const put = useKpiWrite(kpis.setActual);
  const today = readerToday();
  // An actual that is due is most likely the one to be entered.
  const likely = kpi.dueOn !== null && kpi.dueOn < today ? kpi.dueOn : today;
  const form = useRecordForm<ActualValues>({
    initialValues: {
      on: actual?.on ?? likely,
      value: actual?.value ?? null,
      comment: actual?.comment ?? '',
    },
    validate: {
      on: (value) => (value === null ? 'Say on which day it was measured.' : null),
      value: (value) => (value === null ? 'Give the number that was measured.' : null),
    },
    onSubmit: async ({ on, value, comment }) => {
      if (on === null || value === null) return;
      await put.mutateAsync({ params: { id: kpi.id, on }, body: { value, comment } });
      notifyDone({
        message: `${kpi.name}: ${formatMeasured(value, kpi.unit)} on ${formatDate(on)}`,
      });
      onClose();
    },
  });
  const { field } = form;
  return (
    <FormModal
      title={actual ? 'Correct an actual' : `Actual of ${kpi.name}`}
      opened
      onClose={onClose}
      form={form}
      submitLabel={actual ? 'Correct' : 'Enter actual'}
    >
      <FieldRow>
        <NumberField label={withUnit('Actual', kpi.unit)} required autoFocus {...field('value')} />
        <DateField
          label="Measured on"
          required
          disabled={actual !== undefined}
          latest={today}
          {...field('on')}
        />
      </FieldRow>
      <TextAreaField
        label="Comment"
        placeholder="What moved it, what to do about it."
        {...field('comment')}
      />
    </FormModal>
  );
}
