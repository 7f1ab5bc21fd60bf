import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Id, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** What a customer was told before the project: its name and days, its price, its lines of scope. */
export type Sold = {
  readonly name: string;
  readonly dealId: Id<'deal'> | null;
  readonly endOn: CalendarDate | null;
  readonly price: string | null;
  readonly scope: string;
  readonly toldTo: readonly string[];
  readonly contractId: Id<'contract'> | null;
  readonly quoteId: Id<'quote'> | null;
};

export async function readSold(scope: Scope, projectId: ProjectId): Promise<Sold | null> {
  const { rows } = await sql<Sold>`
    select p.name, p.deal_id as "dealId", p.end_on as "endOn", p.price,
      coalesce((select string_agg(l.description, '; ' order by l.position) from scope_line l
        where l.workspace_id = p.workspace_id and l.project_id = p.id), '') as scope,
      coalesce((select array_agg(c.name order by c.name) from project_contact pc join contact c
        on c.workspace_id = pc.workspace_id and c.id = pc.contact_id
        where pc.workspace_id = p.workspace_id and pc.project_id = p.id), '{}') as "toldTo",
      (select s.source_id from sold_promise s where s.workspace_id = p.workspace_id
        and s.project_id = p.id and s.source = 'contract' order by s.position limit 1) as "contractId",
      (select s.source_id from sold_promise s where s.workspace_id = p.workspace_id
        and s.project_id = p.id and s.source = 'quote' order by s.position limit 1) as "quoteId"
    from project p
    where p.workspace_id = ${scope.workspaceId} and p.id = ${projectId}`.execute(scope.tx);
  return rows[0] ?? null;
}
