import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId, TimesheetId } from '@evenkeel/core/id';
import type { TimesheetState } from '@evenkeel/core/time/timesheet';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

export type SheetRecord = Awaited<ReturnType<typeof listSheets>>[number];
export type LoggedWeek = Awaited<ReturnType<typeof sumWeeks>>[number];

/** Weeks from Monday to Monday, both inclusive. */
export type Weeks = { readonly from: CalendarDate; readonly to: CalendarDate };

/** More weeks of people than a firm of 500 has in half a year. */
const most = 20_000;

/** Timesheets that were ever submitted, of some weeks; of everybody where nobody is named. */
export function listSheets(scope: Scope, weeks: Weeks, personIds: readonly PersonId[] | null) {
  let query = scope.tx
    .selectFrom('timesheet')
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'timesheet.workspace_id')
        .onRef('member.id', '=', 'timesheet.decided_by'),
    )
    .select(['timesheet.id', 'timesheet.version', 'timesheet.person_id', 'timesheet.week_start'])
    .select(['timesheet.state', 'timesheet.note', 'timesheet.reason', 'timesheet.submitted_at'])
    .select(['timesheet.decided_at', 'member.name as decided_by_name'])
    .where('timesheet.workspace_id', '=', scope.workspaceId)
    .where('timesheet.week_start', '>=', weeks.from)
    .where('timesheet.week_start', '<=', weeks.to);
  if (personIds !== null) query = query.where(isAmong('timesheet.person_id', personIds));
  return query
    .orderBy('timesheet.week_start', 'desc')
    .orderBy('timesheet.id')
    .limit(most)
    .execute();
}

/** Who could have logged in those weeks: employed in one of them and not in the trash. */
export function listPeople(scope: Scope, weeks: Weeks, personIds: readonly PersonId[] | null) {
  let query = scope.tx
    .selectFrom('person')
    .select(['id', 'name', 'joined_on', 'left_on'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .where('joined_on', '<=', sql<CalendarDate>`${weeks.to}::date + 6`)
    .where((where) => where.or([where('left_on', 'is', null), where('left_on', '>=', weeks.from)]));
  if (personIds !== null) query = query.where(isAmong('person.id', personIds));
  return query.orderBy(sql`name collate "und-x-icu"`).orderBy('id').limit(2_000).execute();
}

/** Logged minutes by person and week, with the days that have any. */
export function sumWeeks(scope: Scope, weeks: Weeks, personIds: readonly PersonId[] | null) {
  const minutes = sql`time_entry.minutes`;
  const week = sql<CalendarDate>`date_trunc('week', time_entry.on_date)::date`;
  let query = scope.tx
    .selectFrom('time_entry')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'time_entry.workspace_id')
        .onRef('project.id', '=', 'time_entry.project_id'),
    )
    .select(['time_entry.person_id', week.as('week')])
    .select([
      sql<string>`sum(${minutes})`.as('minutes'),
      sql<string>`coalesce(sum(${minutes}) filter (where time_entry.is_billable), 0)`.as(
        'billable',
      ),
      sql<string>`coalesce(sum(${minutes}) filter (where project.kind = 'client'), 0)`.as('client'),
      sql<CalendarDate[]>`array_agg(distinct time_entry.on_date::text)`.as('days'),
    ])
    .where('time_entry.workspace_id', '=', scope.workspaceId)
    .where('time_entry.deleted_at', 'is', null)
    .where('time_entry.on_date', '>=', weeks.from)
    .where('time_entry.on_date', '<=', sql<CalendarDate>`${weeks.to}::date + 6`);
  if (personIds !== null) query = query.where(isAmong('time_entry.person_id', personIds));
  return query.groupBy(['time_entry.person_id', week]).limit(most).execute();
}

/** Writes where a week stands. The first time its row is made; a stale version is refused. */
export async function saveSheet(
  scope: Scope,
  sheet: { readonly personId: PersonId; readonly week: CalendarDate; readonly version: number },
  change: {
    readonly state: TimesheetState;
    readonly note?: string;
    readonly reason: string;
    readonly submittedAt?: Date | null;
    readonly isDecision: boolean;
  },
): Promise<void> {
  const columns = {
    state: change.state,
    reason: change.reason,
    decided_at: change.isDecision ? scope.now : null,
    decided_by: change.isDecision ? scope.actor.memberId : null,
    ...(change.note === undefined ? {} : { note: change.note }),
    ...(change.submittedAt === undefined ? {} : { submitted_at: change.submittedAt }),
  };
  if (sheet.version === 0) {
    await scope.tx
      .insertInto('timesheet')
      .values({
        workspace_id: scope.workspaceId,
        id: newId<TimesheetId>(),
        person_id: sheet.personId,
        week_start: sheet.week,
        ...columns,
      })
      .execute();
    return;
  }
  const written = await scope.tx
    .updateTable('timesheet')
    .set(columns)
    .where('person_id', '=', sheet.personId)
    .where('week_start', '=', sheet.week)
    .where('version', '=', sheet.version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => true);
}

function isAmong(column: string, ids: readonly PersonId[]) {
  return sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`;
}
