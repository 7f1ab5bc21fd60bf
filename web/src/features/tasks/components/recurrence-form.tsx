import { type RecurrenceView, recurrences } from '@evenkeel/contract/recurrences';
import type { TaskView } from '@evenkeel/contract/tasks';
import { type CalendarDate, weekday } from '@evenkeel/core/calendar-date';
import {
  type RecurrenceBasis,
  type RecurrenceFrequency,
  type RecurrenceRule,
  type WeekOfMonth,
  weeksOfMonth,
} from '@evenkeel/core/projects/recurrence';
import { Chip } from '@mantine/core';
import { CheckField, ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { type RecordForm, useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { useTaskWrite } from '../api.ts';
import { weekdayName, weekOfMonthLabels } from '../recurrence-words.ts';
import parts from './task-parts.module.css';

type Values = {
  frequency: RecurrenceFrequency | null;
  interval: number | null;
  weekdaysOnly: boolean;
  weekdays: readonly number[];
  monthDay: number | null;
  weekday: string | null;
  week: string | null;
  basis: RecurrenceBasis | null;
  until: CalendarDate | null;
  count: number | null;
  leadDays: number | null;
};

type RecurrenceFormProps = {
  readonly task: TaskView;
  readonly recurrence: RecurrenceView | null;
  readonly onClose: () => void;
};

/** How a task comes again (U20). Mount it while it is open. */
export function RecurrenceForm({ task, recurrence, onClose }: RecurrenceFormProps) {
  const create = useTaskWrite(recurrences.create);
  const update = useTaskWrite(recurrences.update);
  const form = useRecordForm<Values>({
    initialValues: initialValues(task, recurrence),
    onSubmit: async (values) => {
      const { basis, until, count, leadDays } = values;
      const body = {
        rule: ruleOf(values),
        basis: basis ?? 'date',
        until,
        count,
        leadDays: leadDays ?? 0,
      };
      if (recurrence) {
        const key = { params: { id: recurrence.id }, version: recurrence.version };
        await update.mutateAsync({ ...key, body: { ...body, state: 'active' } });
      } else await create.mutateAsync({ body: { taskId: task.id, ...body } });
      onClose();
    },
  });
  const { basis } = form.form.values;
  return (
    <FormModal
      opened
      title={`How “${task.name}” comes again`}
      submitLabel={recurrence ? 'Save' : 'Let it come again'}
      form={form}
      onClose={onClose}
    >
      <FieldRow>
        <NumberField
          label="Every"
          whole
          minimum={1}
          maximum={120}
          required
          {...form.field('interval')}
        />
        <ChoiceField label="What" required choices={frequencies} {...form.field('frequency')} />
      </FieldRow>
      <ChoiceField label="Counted from" required choices={bases} {...form.field('basis')} />
      {basis === 'completion' ? null : <WhenFields form={form} />}
      <FieldRow>
        <DateField label="Until" description="Without it: for good." {...form.field('until')} />
        <NumberField
          label="Times in all"
          whole
          minimum={1}
          maximum={1000}
          {...form.field('count')}
        />
      </FieldRow>
      {basis === 'completion' ? null : (
        <NumberField
          label="Made so many days ahead"
          description="Each task is made that long before its due day."
          whole
          minimum={0}
          maximum={366}
          {...form.field('leadDays')}
        />
      )}
    </FormModal>
  );
}

function WhenFields({ form }: { readonly form: RecordForm<Values> }) {
  switch (form.form.values.frequency) {
    case 'weekly':
      return <Weekdays {...form.field('weekdays')} />;
    case 'monthly':
      return (
        <NumberField
          label="Day of the month"
          description="31 is the last day of every month."
          whole
          minimum={1}
          maximum={31}
          {...form.field('monthDay')}
        />
      );
    case 'monthly-weekday':
      return (
        <FieldRow>
          <ChoiceField label="Which" required choices={weeks} {...form.field('week')} />
          <ChoiceField label="Weekday" required choices={weekdays} {...form.field('weekday')} />
        </FieldRow>
      );
    default:
      return <CheckField label="Not at weekends" {...form.field('weekdaysOnly')} />;
  }
}

type WeekdaysProps = {
  readonly value: readonly number[];
  readonly onChange: (value: readonly number[]) => void;
};

function Weekdays({ value, onChange }: WeekdaysProps) {
  return (
    <Chip.Group
      multiple
      value={value.map(String)}
      onChange={(chosen) => onChange(chosen.map(Number))}
    >
      <fieldset className={parts['weekdays']}>
        <legend>On</legend>
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <Chip key={day} value={String(day)} size="xs">
            {weekdayName(day)}
          </Chip>
        ))}
      </fieldset>
    </Chip.Group>
  );
}

const frequencies = [
  { value: 'daily', label: 'days' },
  { value: 'weekly', label: 'weeks' },
  { value: 'monthly', label: 'months, on a day' },
  { value: 'monthly-weekday', label: 'months, on a weekday' },
] as const satisfies { value: RecurrenceFrequency; label: string }[];
const bases = [
  { value: 'date', label: 'Its dates' },
  { value: 'completion', label: 'The day on which it is done' },
] as const satisfies { value: RecurrenceBasis; label: string }[];
const weeks = weeksOfMonth.map((week) => ({ value: String(week), label: weekOfMonthLabels[week] }));
const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
  value: String(day),
  label: weekdayName(day),
}));

function initialValues(task: TaskView, recurrence: RecurrenceView | null): Values {
  const first = task.dueOn ?? readerToday();
  const rule = recurrence?.rule;
  return {
    frequency: rule?.frequency ?? 'weekly',
    interval: rule?.interval ?? 1,
    weekdaysOnly: rule?.frequency === 'daily' ? rule.weekdaysOnly : true,
    weekdays: rule?.frequency === 'weekly' ? rule.weekdays : [weekday(first)],
    monthDay: rule?.frequency === 'monthly' ? rule.monthDay : Number(first.slice(8)),
    weekday: String(rule?.frequency === 'monthly-weekday' ? rule.weekday : weekday(first)),
    week: String(rule?.frequency === 'monthly-weekday' ? rule.week : 1),
    basis: recurrence?.basis ?? 'date',
    until: recurrence?.until ?? null,
    count: recurrence?.count ?? null,
    leadDays: recurrence?.leadDays ?? 7,
  };
}

function ruleOf(values: Values): RecurrenceRule {
  const interval = values.interval ?? 1;
  switch (values.frequency) {
    case 'weekly':
      return { frequency: 'weekly', interval, weekdays: values.weekdays };
    case 'monthly':
      return { frequency: 'monthly', interval, monthDay: values.monthDay ?? 1 };
    case 'monthly-weekday':
      return {
        frequency: 'monthly-weekday',
        interval,
        weekday: Number(values.weekday ?? 1),
        // The choices are those of `weeksOfMonth`.
        week: Number(values.week ?? 1) as WeekOfMonth,
      };
    default:
      return { frequency: 'daily', interval, weekdaysOnly: values.weekdaysOnly };
  }
}
