import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';

export type SearchRecord = {
  kind: 'account' | 'deal' | 'plan' | 'goal' | 'initiative' | 'client-project' | 'task' | 'person';
  id: string;
  number: number | null;
  name: string;
  context: string | null;
};

const perKind = 6;

/** A few hits of each kind whose name holds every word, or whose number is the word; best first. */
export async function findRecords(scope: Scope, search: string): Promise<SearchRecord[]> {
  const { rows } = await sql<SearchRecord>`
    (${hits(search, 'account', sql`'account', x.id, x.number, x.name, x.sector`, sql`account x`, true)})
    union all
    (${hits(search, 'deal', sql`'deal', x.id, x.number, x.name, a.name`, sql`deal x left join account a on a.workspace_id = x.workspace_id and a.id = x.account_id`, true)})
    union all
    (${hits(search, 'plan', sql`'plan', x.id, x.number, x.name, null`, sql`strategic_plan x`, true)})
    union all
    (${hits(search, 'goal', sql`'goal', x.id, x.number, x.name, p.name`, sql`goal x join strategic_plan p on p.workspace_id = x.workspace_id and p.id = x.plan_id`, true)})
    union all
    (${hits(search, 'project', sql`case x.kind when 'client' then 'client-project' else 'initiative' end, x.id, x.number, x.name, a.name`, sql`project x left join account a on a.workspace_id = x.workspace_id and a.id = x.account_id`, true)})
    union all
    (${hits(search, 'task', sql`'task', x.id, x.number, x.name, p.name`, sql`task x join project p on p.workspace_id = x.workspace_id and p.id = x.project_id and p.deleted_at is null`, true)})
    union all
    (${hits(search, 'person', sql`'person', x.id, null::int, x.name, r.name`, sql`person x left join role r on r.workspace_id = x.workspace_id and r.id = x.role_id`, false)})
  `.execute(scope.tx);
  return rows;
}

function hits(
  search: string,
  subject: string,
  columns: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  isNumbered: boolean,
): RawBuilder<unknown> {
  const number = /^(?:[a-z]+-)?(\d{1,9})$/i.exec(search)?.[1];
  const byName = containing(['x.name'], search);
  const matches = isNumbered && number ? sql`(${byName} or x.number = ${Number(number)})` : byName;
  return sql`select ${sql.raw(`/* ${subject} */`)} hit.* from (select ${columns} from ${from}
    where x.deleted_at is null and ${matches}
    order by (x.name ilike ${`${search.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`}) desc, x.name collate "und-x-icu", x.id
    limit ${perKind}) as hit (kind, id, number, name, context)`;
}
