import type { calendars } from '@evenkeel/contract/calendars';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import { groupedBy } from '@evenkeel/core/grouping';
import type { CalendarExceptionId, CalendarId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

export { listPlanCalendars } from './repository.ts';

/** A calendar with its holidays. */
export type WholeCalendar = {
  readonly calendar: repository.CalendarRecord;
  readonly exceptions: readonly repository.ExceptionRecord[];
};

type ExceptionKey = { readonly calendarId: CalendarId; readonly id: CalendarExceptionId };

export async function listCalendars(scope: Scope): Promise<WholeCalendar[]> {
  const exceptions = groupedBy(await repository.listExceptions(scope), (row) => row.calendar_id);
  const found = await repository.listCalendars(scope);
  return found.map((calendar) => ({ calendar, exceptions: exceptions.get(calendar.id) ?? [] }));
}

export async function createCalendar(
  scope: Scope,
  draft: BodyOf<typeof calendars.create>,
): Promise<WholeCalendar> {
  checkWeek(draft.week);
  return getCalendar(scope, await repository.insertCalendar(scope, draft));
}

export async function updateCalendar(
  scope: Scope,
  key: { readonly id: CalendarId; readonly version: number },
  change: BodyOf<typeof calendars.update>,
): Promise<WholeCalendar> {
  if (change.week) checkWeek(change.week);
  await repository.updateCalendar(scope, key, change);
  return getCalendar(scope, key.id);
}

export async function removeCalendar(scope: Scope, id: CalendarId): Promise<void> {
  const { calendar } = await getCalendar(scope, id);
  if (calendar.is_default) {
    throw new AppError('still-in-use', 'The firm works by this calendar: it can only be changed.');
  }
  const uses = Number(calendar.use_count);
  if (uses > 0) {
    throw new AppError(
      'still-in-use',
      `${uses} projects, tasks or people work by it. Let them go first.`,
    );
  }
  await repository.deleteCalendar(scope, id);
}

export async function addException(
  scope: Scope,
  calendarId: CalendarId,
  draft: BodyOf<typeof calendars.addException>,
): Promise<repository.ExceptionRecord> {
  await getCalendar(scope, calendarId);
  const { endOn = draft.startOn, hours = [], isYearly = false } = draft;
  checkDays(draft.startOn, endOn);
  const whole = { ...draft, endOn, hours, isYearly };
  const id = await repository.insertException(scope, calendarId, whole);
  return getException(scope, { calendarId, id });
}

export async function updateException(
  scope: Scope,
  key: ExceptionKey & { readonly version: number },
  change: BodyOf<typeof calendars.updateException>,
): Promise<repository.ExceptionRecord> {
  const standing = await getException(scope, key);
  checkDays(change.startOn ?? standing.start_on, change.endOn ?? standing.end_on);
  await repository.updateException(scope, key, change);
  return getException(scope, key);
}

export async function removeException(scope: Scope, key: ExceptionKey): Promise<void> {
  if (await repository.deleteException(scope, key)) return;
  throw new AppError('not-found', 'There is no such holiday.');
}

export async function getCalendar(scope: Scope, id: CalendarId): Promise<WholeCalendar> {
  const found = (await listCalendars(scope)).find(({ calendar }) => calendar.id === id);
  if (!found) throw new AppError('not-found', 'There is no such calendar.');
  return found;
}

async function getException(scope: Scope, key: ExceptionKey) {
  const found = await repository.findException(scope, key);
  if (!found) throw new AppError('not-found', 'There is no such holiday.');
  return found;
}

function checkWeek(week: readonly (readonly unknown[])[]): void {
  if (week.some((hours) => hours.length > 0)) return;
  throw invalid(['week'], 'empty', 'a week needs at least one working day');
}

function checkDays(startOn: string, endOn: string): void {
  if (endOn < startOn) throw invalid(['endOn'], 'too-early', 'is before the first day');
}
