import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { MemberId, PersonId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** More than decide about anybody; a bound, so that no list is without one. */
const most = 200;

/** Who decides about the leave of somebody: whoever leads them, else those who manage the firm. */
export async function listDeciders(scope: Scope, managerId: PersonId | null): Promise<MemberId[]> {
  const { rows } = await sql<{ id: MemberId; is_lead: boolean }>`
    select id, person_id is not distinct from ${managerId} and person_id is not null as is_lead
    from member where workspace_id = ${scope.workspaceId} and state = 'active'
      and (person_id = ${managerId} or role in ('owner', 'admin', 'manager'))
    order by id ${sql.raw(`limit ${most}`)}`.execute(scope.tx);
  const leads = rows.filter((row) => row.is_lead);
  return (leads.length > 0 ? leads : rows).map(({ id }) => id);
}

/** Who manages the projects that somebody has confirmed hours on, on some days. */
export async function listManagersOn(
  scope: Scope,
  days: { readonly personId: PersonId; readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<PersonId[]> {
  const rows = await scope.tx
    .selectFrom('allocation')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'allocation.workspace_id')
        .onRef('project.id', '=', 'allocation.project_id'),
    )
    .where('allocation.workspace_id', '=', scope.workspaceId)
    .where('allocation.person_id', '=', days.personId)
    .where('allocation.deleted_at', 'is', null)
    .where('allocation.certainty', '=', 'confirmed')
    .where('allocation.start_on', '<=', days.to)
    .where('allocation.end_on', '>=', days.from)
    .where('project.deleted_at', 'is', null)
    .select(['project.project_manager_id', 'project.owner_id'])
    .limit(most)
    .execute();
  return rows.map((row) => row.project_manager_id ?? row.owner_id).filter((id) => id !== null);
}
