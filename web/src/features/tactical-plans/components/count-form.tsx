import { type TacticView, tactics } from '@evenkeel/contract/tactical-plans';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { useTacticalWrite } from '../api.ts';

type CountFormProps = {
  readonly tactic: TacticView;
  readonly person: TacticView['people'][number];
  readonly onClose: () => void;
};

type CountValues = { readonly on: CalendarDate | null; readonly count: number | null };

/** How many somebody did on a day. */
export function CountForm({ tactic, person, onClose }: CountFormProps) {
  const put = useTacticalWrite(tactics.count);
  const today = readerToday();
  const form = useRecordForm<CountValues>({
    initialValues: { on: today, count: 1 },
    validate: {
      on: (value) => (value === null ? 'Say on which day.' : null),
      count: (value) => (value === null ? 'Say how many.' : null),
    },
    onSubmit: async ({ on, count }) => {
      if (on === null || count === null) return;
      const params = { id: tactic.id, personId: person.id, on };
      await put.mutateAsync({ params, body: { count } });
      onClose();
    },
  });
  const { field } = form;
  return (
    <FormModal
      title={`${tactic.name}: ${person.name}`}
      opened
      onClose={onClose}
      form={form}
      submitLabel="Count"
    >
      <FieldRow>
        <NumberField
          label="Done that day"
          description="In place of what was counted for it."
          whole
          minimum={0}
          required
          autoFocus
          {...field('count')}
        />
        <DateField label="Day" required latest={today} {...field('on')} />
      </FieldRow>
    </FormModal>
  );
}
