import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ClientDutyId, PersonId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import type { ToldDuty } from '../telling/service.ts';

export type DueDuty = ToldDuty & {
  readonly contact_name: string;
  readonly project_manager_id: PersonId | null;
  readonly owner_id: PersonId | null;
  readonly reminded_day: number | null;
};

/** What is with the client, on projects that run, and needed by a day; the earliest first. */
export async function listDueDuties(scope: Scope, by: CalendarDate): Promise<DueDuty[]> {
  const { rows } = await sql<DueDuty>`
    select d.id, d.project_id, p.name as project_name, p.project_manager_id, p.owner_id, d.task_id,
      t.name as task_name, d.kind, d.contact_id, c.name as contact_name, d.due_on, d.details,
      d.reminded_day, v.name as deliverable_name
    from client_duty d
    join project p on p.workspace_id = d.workspace_id and p.id = d.project_id and p.deleted_at is null
      and p.state in ('approved', 'executing')
    join task t on t.workspace_id = d.workspace_id and t.id = d.task_id and t.deleted_at is null
    join contact c on c.workspace_id = d.workspace_id and c.id = d.contact_id
    left join approval y on y.workspace_id = d.workspace_id and y.duty_id = d.id
    left join deliverable v on v.workspace_id = y.workspace_id and v.id = y.deliverable_id
    where d.workspace_id = ${scope.workspaceId} and d.state = 'asked' and d.due_on <= ${by}
    order by d.due_on, d.id limit 20000`.execute(scope.tx);
  return rows;
}

/** Keeps for which day, counted from the due day, the client was reminded last. */
export async function setReminded(scope: Scope, id: ClientDutyId, day: number): Promise<void> {
  await scope.tx
    .updateTable('client_duty')
    .set({ reminded_day: day })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}
