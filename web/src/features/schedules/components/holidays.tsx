import {
  type CalendarExceptionView,
  type CalendarView,
  calendars,
} from '@evenkeel/contract/calendars';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash, IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import { CheckField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatDayMonth } from '../../../ui/format/date.ts';
import { DateText } from '../../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useScheduleWrite } from '../api.ts';
import { hoursText, parseHours } from '../hours.ts';
import { PublicHolidayForm } from './public-holiday-form.tsx';
import { PublicHolidayGroup } from './public-holiday-group.tsx';
import styles from './schedules.module.css';

type HolidaysProps = { readonly calendar: CalendarView; readonly mayManage: boolean };

/** Holidays of a calendar, and days with hours of their own. */
export function Holidays({ calendar, mayManage }: HolidaysProps) {
  const [edited, setEdited] = useState<CalendarExceptionView | 'new' | null>(null);
  const [isAdding, setAdding] = useState(false);
  const byPlace = groupedBy(calendar.exceptions, ({ publicPlace }) => publicPlace);
  const own = byPlace.get(null) ?? [];
  return (
    <>
      <h3 className={styles['heading']}>Holidays</h3>
      {calendar.exceptions.length === 0 ? (
        <p className={styles['quiet']}>None: add the days on which nobody works.</p>
      ) : (
        <ul className={styles['moves']}>
          {own.map((exception) => (
            <HolidayLine
              key={exception.id}
              {...{ calendar, exception, mayManage }}
              onEdit={() => setEdited(exception)}
            />
          ))}
        </ul>
      )}
      {[...byPlace].map(([place, exceptions]) =>
        place === null ? null : (
          <PublicHolidayGroup key={place} {...{ calendar, place, exceptions, mayManage }} />
        ),
      )}
      {mayManage ? (
        <>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={15} />}
            onClick={() => setEdited('new')}
          >
            Add a holiday
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconWorld size={15} />}
            onClick={() => setAdding(true)}
          >
            Add public holidays
          </Button>
        </>
      ) : null}
      {isAdding ? <PublicHolidayForm calendar={calendar} onClose={() => setAdding(false)} /> : null}
      {edited ? (
        <HolidayForm
          calendar={calendar}
          exception={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </>
  );
}

type HolidayLineProps = HolidaysProps & {
  readonly exception: CalendarExceptionView;
  readonly onEdit: () => void;
};

function HolidayLine({ calendar, exception, mayManage, onEdit }: HolidayLineProps) {
  const remove = useScheduleWrite(calendars.removeException);
  const create = useScheduleWrite(calendars.addException);
  const params = { id: calendar.id };
  const drop = async () => {
    try {
      await remove.mutateAsync({ params: { ...params, exceptionId: exception.id } });
      const { id: _, version: __, publicPlace: ___, ...body } = exception;
      const undo = async () => void (await create.mutateAsync({ params, body }));
      notifyDone({ message: `“${exception.name}” is removed`, undo });
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not removed.' });
    }
  };
  return (
    <li className={styles['baseline']}>
      <span className={styles['what']}>
        <span className={styles['name']}>{exception.name}</span>
        <span className={styles['detail']}>
          {exception.hours.length > 0 ? hoursText(exception.hours) : 'off'}
        </span>
      </span>
      <span className={styles['days']}>
        <HolidayDays exception={exception} />
      </span>
      {mayManage ? (
        <span className={styles['actions']}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Change ${exception.name}`}
            onClick={onEdit}
          >
            <IconPencil size={15} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove ${exception.name}`}
            onClick={() => void drop()}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </span>
      ) : (
        <span />
      )}
    </li>
  );
}

function HolidayDays({ exception }: { readonly exception: CalendarExceptionView }) {
  const { startOn, endOn, isYearly } = exception;
  const one = startOn === endOn;
  if (isYearly) {
    const last = one ? '' : ` to ${formatDayMonth(endOn)}`;
    return `every ${formatDayMonth(startOn)}${last}`;
  }
  return (
    <>
      <DateText date={startOn} />
      {one ? null : (
        <>
          {' '}
          to <DateText date={endOn} />
        </>
      )}
    </>
  );
}

type HolidayValues = {
  name: string;
  startOn: CalendarDate | null;
  endOn: CalendarDate | null;
  hours: string;
  isYearly: boolean;
};

type HolidayFormProps = {
  readonly calendar: CalendarView;
  readonly exception: CalendarExceptionView | undefined;
  readonly onClose: () => void;
};

function HolidayForm({ calendar, exception, onClose }: HolidayFormProps) {
  const create = useScheduleWrite(calendars.addException);
  const update = useScheduleWrite(calendars.updateException);
  const form = useRecordForm<HolidayValues>({
    initialValues: {
      name: exception?.name ?? '',
      startOn: exception?.startOn ?? null,
      endOn: exception?.endOn ?? null,
      hours: hoursText(exception?.hours ?? []),
      isYearly: exception?.isYearly ?? false,
    },
    validate: {
      name: (name) => (name.trim() === '' ? 'Give it a name.' : null),
      startOn: (day) => (day === null ? 'Name the first day.' : null),
      hours: (text) => (parseHours(text) ? null : 'Write times such as 8:00–12:00, or nothing.'),
    },
    onSubmit: async ({ name, startOn, endOn, hours, isYearly }) => {
      if (startOn === null) return;
      const times = parseHours(hours) ?? [];
      const body = { name, startOn, endOn: endOn ?? startOn, hours: times, isYearly };
      const params = { id: calendar.id };
      if (exception) {
        const key = {
          params: { ...params, exceptionId: exception.id },
          version: exception.version,
        };
        await update.mutateAsync({ ...key, body });
      } else await create.mutateAsync({ params, body });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={exception ? 'Change the holiday' : 'New holiday'}
      submitLabel={exception ? 'Save' : 'Add holiday'}
      form={form}
      onClose={onClose}
    >
      <TextField label="Name" required autoFocus {...form.field('name')} />
      <FieldRow>
        <DateField label="First day" required {...form.field('startOn')} />
        <DateField label="Last day" {...form.field('endOn')} />
      </FieldRow>
      <CheckField label="Every year" {...form.field('isYearly')} />
      <TextField
        label="Hours"
        placeholder="Off"
        description="For days that are only shorter, such as 8:00–12:00."
        {...form.field('hours')}
      />
    </FormModal>
  );
}
