import type { PublicHoliday } from '@evenkeel/contract/public-holidays';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { CalendarId } from '@evenkeel/core/id';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** Whole years, both included. */
export type Years = { readonly fromYear: number; readonly toYear: number };

/** Exceptions of a calendar within some years that are not from the list of a place. */
export function listOwn(scope: Scope, calendarId: CalendarId, place: string) {
  return scope.tx
    .selectFrom('calendar_exception')
    .select(['start_on', 'end_on', 'hours', 'is_yearly'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('calendar_id', '=', calendarId)
    .where((where) =>
      where.or([where('public_place', 'is', null), where('public_place', '<>', place)]),
    )
    .orderBy('start_on')
    .limit(20_000)
    .execute();
}

export async function insertHolidays(
  scope: Scope,
  { calendarId, place }: { readonly calendarId: CalendarId; readonly place: string },
  holidays: readonly PublicHoliday[],
): Promise<void> {
  const now = scope.now.toISOString();
  await insertRows(
    scope,
    'calendar_exception',
    holidays.map(({ name, startOn, endOn }) => ({
      id: newId(),
      version: 1,
      created_at: now,
      updated_at: now,
      calendar_id: calendarId,
      name,
      start_on: startOn,
      end_on: endOn,
      hours: [],
      is_yearly: false,
      public_place: place,
    })),
  );
}

/** Deletes what came from the list of a place, of some years or of all. */
export async function deleteHolidays(
  scope: Scope,
  { calendarId, place }: { readonly calendarId: CalendarId; readonly place: string },
  years: Years | null,
): Promise<void> {
  let query = scope.tx
    .deleteFrom('calendar_exception')
    .where('workspace_id', '=', scope.workspaceId)
    .where('calendar_id', '=', calendarId)
    .where('public_place', '=', place);
  if (years) {
    query = query
      .where('start_on', '>=', calendarDate(`${years.fromYear}-01-01`))
      .where('start_on', '<=', calendarDate(`${years.toYear}-12-31`));
  }
  await query.execute();
}
