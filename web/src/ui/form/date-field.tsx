import { type CalendarDate, isCalendarDate } from '@evenkeel/core/calendar-date';
import { DateInput } from '@mantine/dates';
import { formatDate, readerToday } from '../format/date.ts';
import { parseDate } from '../format/parse-date.ts';
import { type FieldProps, sharedProps } from './field-props.ts';

type DateFieldProps = FieldProps<CalendarDate | null> & {
  readonly earliest?: CalendarDate;
  readonly latest?: CalendarDate;
};

/** A day: typed in any usual way (`1.11.`, `1 Nov`, `tomorrow`, `+14`) or picked. */
export function DateField({ earliest, latest, ...props }: DateFieldProps) {
  return (
    <DateInput
      {...sharedProps(props)}
      value={props.value}
      onChange={(value) => props.onChange(value && isCalendarDate(value) ? value : null)}
      valueFormat={(value) => (isCalendarDate(value) ? formatDate(value) : value)}
      dateParser={(text) => parseDate(text, readerToday()) ?? null}
      clearable={!props.required}
      firstDayOfWeek={1}
      {...(earliest ? { minDate: earliest } : {})}
      {...(latest ? { maxDate: latest } : {})}
      onBlur={() => props.onBlur?.()}
      popoverProps={{ withinPortal: true }}
      clearButtonProps={{ 'aria-label': 'Clear the date' }}
      nextLabel="Next"
      previousLabel="Previous"
    />
  );
}
