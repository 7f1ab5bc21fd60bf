import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

export type ProjectTalk = {
  readonly language: string | null;
  readonly portal_shows: string[];
  readonly cadence_days: number | null;
  readonly heard_on: CalendarDate | null;
};

/** How the client of a project is talked to, and the last day on which they heard from the firm. */
export async function findTalk(
  scope: Scope,
  projectId: ProjectId,
): Promise<ProjectTalk | undefined> {
  const zone = scope.actor.timeZone;
  const { rows } = await sql<ProjectTalk>`
    select account.language, project.portal_shows, account.contact_cadence_days as cadence_days,
      greatest(
        (select max(sent_at at time zone ${zone}) from status_report r
          where r.workspace_id = project.workspace_id and r.project_id = project.id),
        (select max(published_at at time zone ${zone}) from question q
          where q.workspace_id = project.workspace_id and q.project_id = project.id),
        (select max(starts_at at time zone ${zone}) from meeting m
          where m.workspace_id = project.workspace_id and m.project_id = project.id
            and m.state = 'held' and m.starts_at <= ${scope.now} and m.is_client_visible),
        (select max(c.created_at at time zone ${zone}) from comment c
          join member w on w.workspace_id = c.workspace_id and w.id = c.member_id
          where c.workspace_id = project.workspace_id and c.is_client_visible and c.deleted_at is null
            and w.role <> 'client' and (
              (c.subject_kind = 'client-project' and c.subject_id = project.id)
              or (c.subject_kind = 'task' and c.subject_id in (select t.id from task t
                where t.workspace_id = project.workspace_id and t.project_id = project.id)))),
        (select max(i.on_date)::timestamp from interaction i
          where i.workspace_id = project.workspace_id and i.deleted_at is null
            and (i.project_id = project.id or i.account_id = project.account_id))
      )::date as heard_on
    from project left join account
      on account.workspace_id = project.workspace_id and account.id = project.account_id
    where project.workspace_id = ${scope.workspaceId} and project.id = ${projectId}
      and project.kind = 'client' and project.deleted_at is null`.execute(scope.tx);
  return rows[0];
}
