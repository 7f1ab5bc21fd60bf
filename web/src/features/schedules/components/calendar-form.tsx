import { type CalendarView, calendars } from '@evenkeel/contract/calendars';
import { Button } from '@mantine/core';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useScheduleWrite } from '../api.ts';
import { hoursText, parseHours, weekdayNames } from '../hours.ts';

type Weekday = (typeof weekdayNames)[number];
type CalendarValues = { name: string } & Record<Weekday, string>;

type CalendarFormProps = {
  /** Undefined: a new one. */
  readonly calendar: CalendarView | undefined;
  readonly onClose: () => void;
};

/** A calendar's name and week; each day as times that follow each other. */
export function CalendarForm({ calendar, onClose }: CalendarFormProps) {
  const create = useScheduleWrite(calendars.create);
  const update = useScheduleWrite(calendars.update);
  const remove = useScheduleWrite(calendars.remove);
  const form = useRecordForm<CalendarValues>({
    initialValues: valuesOf(calendar),
    validate: {
      name: (name) => (name.trim() === '' ? 'Give it a name.' : null),
      ...dayChecks,
    },
    onSubmit: async (values) => {
      const week = weekdayNames.map((day) => parseHours(values[day]) ?? []);
      const body = { name: values.name, week };
      if (calendar) {
        const params = { id: calendar.id };
        await update.mutateAsync({ params, version: calendar.version, body });
      } else await create.mutateAsync({ body });
      notifyDone({ message: calendar ? 'The calendar is changed' : 'The calendar is added' });
      onClose();
    },
  });
  const drop = async () => {
    if (!calendar) return;
    try {
      await remove.mutateAsync({ params: { id: calendar.id } });
      onClose();
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not removed.' });
    }
  };
  return (
    <FormModal
      opened
      title={calendar ? `Change “${calendar.name}”` : 'New calendar'}
      submitLabel={calendar ? 'Save' : 'Add calendar'}
      form={form}
      onClose={onClose}
      {...(calendar && !calendar.isDefault
        ? {
            footer: (
              <Button variant="subtle" color="red" onClick={() => void drop()}>
                Remove
              </Button>
            ),
          }
        : {})}
    >
      <TextField label="Name" required autoFocus {...form.field('name')} />
      {weekdayNames.map((day) => (
        <TextField
          key={day}
          label={day}
          placeholder="Off"
          {...(day === 'Monday' ? { description: 'Such as 8:00–12:00, 13:00–17:00.' } : {})}
          {...form.field(day)}
        />
      ))}
    </FormModal>
  );
}

const usualDay = '08:00–12:00, 13:00–17:00';

function valuesOf(calendar: CalendarView | undefined): CalendarValues {
  const text = (index: number) =>
    calendar ? hoursText(calendar.week[index] ?? []) : index < 5 ? usualDay : '';
  return {
    name: calendar?.name ?? '',
    Monday: text(0),
    Tuesday: text(1),
    Wednesday: text(2),
    Thursday: text(3),
    Friday: text(4),
    Saturday: text(5),
    Sunday: text(6),
  };
}

const checkDay = (text: string) =>
  parseHours(text) ? null : 'Write times that follow each other, such as 8:00–12:00, 13:00–17:00.';
const dayChecks = {
  Monday: checkDay,
  Tuesday: checkDay,
  Wednesday: checkDay,
  Thursday: checkDay,
  Friday: checkDay,
  Saturday: checkDay,
  Sunday: checkDay,
};
