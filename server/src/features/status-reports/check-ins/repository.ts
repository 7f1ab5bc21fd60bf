import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { CheckInId, ProjectId } from '@evenkeel/core/id';
import type { CheckInDraft } from '@evenkeel/core/status-reports/check-in';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** Ten years of weeks. */
const most = 520;

export type CheckInRecord = Awaited<ReturnType<typeof listCheckIns>>[number];

/** The check-ins of a project, the latest first. */
export function listCheckIns(scope: Scope, projectId: ProjectId) {
  return checkInRows(scope, projectId).orderBy('week_on', 'desc').limit(most).execute();
}

/** The check-in of a project for the week that begins on a Monday; null when there is none. */
export async function findCheckIn(scope: Scope, projectId: ProjectId, weekOn: CalendarDate) {
  const found = await checkInRows(scope, projectId)
    .where('week_on', '=', weekOn)
    .executeTakeFirst();
  return found ?? null;
}

function checkInRows(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('check_in')
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'check_in.workspace_id')
        .onRef('person.id', '=', 'check_in.person_id'),
    )
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'check_in.workspace_id')
        .onRef('member.id', '=', 'check_in.member_id'),
    )
    .where('check_in.workspace_id', '=', scope.workspaceId)
    .where('check_in.project_id', '=', projectId)
    .select(['check_in.id', 'check_in.week_on', 'check_in.moved', 'check_in.next'])
    .select(['check_in.obstacle', 'check_in.updated_at'])
    .select(sql<string>`coalesce(person.name, member.name, '')`.as('by_name'));
}

/** Writes the check-in of a week; a second one replaces the first. */
export async function writeCheckIn(
  scope: Scope,
  projectId: ProjectId,
  { weekOn, ...lines }: CheckInDraft & { readonly weekOn: CalendarDate },
): Promise<void> {
  const columns = {
    ...lines,
    person_id: scope.actor.personId,
    member_id: scope.actor.memberId,
  };
  await scope.tx
    .insertInto('check_in')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<CheckInId>(),
      project_id: projectId,
      week_on: weekOn,
      ...columns,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'project_id', 'week_on']).doUpdateSet(columns),
    )
    .execute();
}
