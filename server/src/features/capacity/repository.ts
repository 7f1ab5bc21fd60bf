import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Employment, EmploymentTerm } from '@evenkeel/core/capacity/employment';
import { groupedBy } from '@evenkeel/core/grouping';
import type { CalendarId, PersonId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';

/** Bounds, so that no list is without one. */
const most = { people: 20_000, rows: 200_000 } as const;

/** An employment with the person's name and the calendar whose holidays hold; null is the firm's. */
export type EmploymentRecord = Employment & {
  readonly name: string;
  readonly calendarId: CalendarId | null;
};

/** Everybody, or some people, also from the trash: who was thrown away works no more from then on. */
export async function listEmployments(
  scope: Scope,
  personIds: readonly PersonId[] | null,
): Promise<EmploymentRecord[]> {
  const people = await listPeople(scope, personIds);
  const terms = groupedBy(await listTerms(scope, personIds), (row) => row.personId);
  const leaves = groupedBy(await listApprovedLeave(scope, personIds), (row) => row.personId);
  return people.map(({ id, name, calendarId, joinedOn, leftOn, ...present }) => ({
    personId: id,
    name,
    calendarId,
    joinedOn,
    leftOn,
    terms: [present, ...(terms.get(id) ?? []).map(({ personId: _, ...term }) => term)],
    leaves: (leaves.get(id) ?? []).map(({ personId: _, ...leave }) => leave),
  }));
}

/** Names of roles and teams by id. */
export async function listNames(scope: Scope): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from role where workspace_id = ${scope.workspaceId}
    union all select id, name from team where workspace_id = ${scope.workspaceId}
    limit 20000`.execute(scope.tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function listPeople(scope: Scope, personIds: readonly PersonId[] | null) {
  let query = scope.tx
    .selectFrom('person')
    .select(['id', 'name', 'calendar_id as calendarId', 'joined_on as joinedOn'])
    // PostgreSQL's least() passes over nulls.
    .select(sql<CalendarDate | null>`least(left_on, deleted_at::date)`.as('leftOn'))
    .select(['terms_since as validFrom', 'weekly_minutes as weeklyMinutes'])
    .select(['week_minutes as weekMinutes', 'role_id as roleId', 'team_id as teamId'])
    .where('workspace_id', '=', scope.workspaceId);
  if (personIds !== null) query = query.where(isAmong('id', personIds));
  return query.orderBy('name').orderBy('id').limit(most.people).execute();
}

function listTerms(
  scope: Scope,
  personIds: readonly PersonId[] | null,
): Promise<(EmploymentTerm & { personId: PersonId })[]> {
  let query = scope.tx
    .selectFrom('person_term')
    .select(['person_id as personId', 'valid_from as validFrom'])
    .select(['weekly_minutes as weeklyMinutes', 'week_minutes as weekMinutes'])
    .select(['role_id as roleId', 'team_id as teamId'])
    .where('workspace_id', '=', scope.workspaceId);
  if (personIds !== null) query = query.where(isAmong('person_id', personIds));
  return query.orderBy('id').limit(most.rows).execute();
}

function listApprovedLeave(scope: Scope, personIds: readonly PersonId[] | null) {
  let query = scope.tx
    .selectFrom('leave')
    .select(['person_id as personId', 'start_on as startOn', 'end_on as endOn'])
    .select('is_half as isHalf')
    .where('workspace_id', '=', scope.workspaceId)
    .where('state', '=', 'approved');
  if (personIds !== null) query = query.where(isAmong('person_id', personIds));
  return query.orderBy('start_on').orderBy('id').limit(most.rows).execute();
}

function isAmong(column: 'id' | 'person_id', ids: readonly PersonId[]) {
  return sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`;
}
