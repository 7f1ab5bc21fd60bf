import type { CalendarExceptionView, CalendarView } from '@evenkeel/contract/calendars';
import type { ExceptionRecord } from './repository.ts';
import type { WholeCalendar } from './service.ts';

export function presentCalendar({ calendar, exceptions }: WholeCalendar): CalendarView {
  return {
    id: calendar.id,
    version: calendar.version,
    name: calendar.name,
    isDefault: calendar.is_default,
    // Written through the contract's own schema.
    week: calendar.week as CalendarView['week'],
    exceptions: exceptions.map(presentException),
    useCount: Number(calendar.use_count),
  };
}

export function presentException(exception: ExceptionRecord): CalendarExceptionView {
  return {
    id: exception.id,
    version: exception.version,
    name: exception.name,
    startOn: exception.start_on,
    endOn: exception.end_on,
    // Written through the contract's own schema.
    hours: exception.hours as CalendarExceptionView['hours'],
    isYearly: exception.is_yearly,
    publicPlace: exception.public_place,
  };
}
