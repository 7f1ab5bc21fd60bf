import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';

export type SearchRecord = {
  kind:
    | 'account'
    | 'contact'
    | 'lead'
    | 'deal'
    | 'plan'
    | 'goal'
    | 'kpi'
    | 'initiative'
    | 'insight'
    | 'action'
    | 'client-project'
    | 'task'
    | 'person';
  id: string;
  number: number | null;
  name: string;
  context: string | null;
};

const perKind = 6;
/** Enough to find the best among, and no more, for a common word stands in every name. */
const mostCandidates = 500;

/**
 * A kind of record: what a hit shows, and where it is read from (as `x`). Its table has been given to
 * `make_searchable` in a migration.
 */
type Source = {
  readonly table: string;
  readonly columns: string;
  readonly from: string;
  readonly isNumbered: boolean;
};

const sources: readonly Source[] = [
  {
    table: 'account',
    columns: `'account', x.id, x.number, x.name, x.sector`,
    from: 'account x',
    isNumbered: true,
  },
  {
    table: 'contact',
    columns: `'contact', x.id, x.number, x.name, a.name`,
    from: `contact x left join contact_account ca on ca.workspace_id = x.workspace_id
      and ca.contact_id = x.id and ca.is_primary
      left join account a on a.workspace_id = ca.workspace_id and a.id = ca.account_id`,
    isNumbered: true,
  },
  {
    table: 'lead',
    columns: `'lead', x.id, x.number, x.name, x.company`,
    from: 'lead x',
    isNumbered: true,
  },
  {
    table: 'deal',
    columns: `'deal', x.id, x.number, x.name, a.name`,
    from: 'deal x left join account a on a.workspace_id = x.workspace_id and a.id = x.account_id',
    isNumbered: true,
  },
  {
    table: 'strategic_plan',
    columns: `'plan', x.id, x.number, x.name, null`,
    from: 'strategic_plan x',
    isNumbered: true,
  },
  {
    table: 'goal',
    columns: `'goal', x.id, x.number, x.name, p.name`,
    from: 'goal x join strategic_plan p on p.workspace_id = x.workspace_id and p.id = x.plan_id',
    isNumbered: true,
  },
  {
    table: 'kpi',
    columns: `'kpi', x.id, x.number, x.name, g.name`,
    from: 'kpi x join goal g on g.workspace_id = x.workspace_id and g.id = x.goal_id and g.deleted_at is null',
    isNumbered: true,
  },
  {
    table: 'project',
    columns: `case x.kind when 'client' then 'client-project' else 'initiative' end, x.id, x.number, x.name, a.name`,
    from: 'project x left join account a on a.workspace_id = x.workspace_id and a.id = x.account_id',
    isNumbered: true,
  },
  {
    table: 'insight',
    columns: `'insight', x.id, null::int, x.name, b.name`,
    from: 'insight x join analysis_board b on b.workspace_id = x.workspace_id and b.id = x.board_id and b.deleted_at is null',
    isNumbered: false,
  },
  {
    table: 'action',
    columns: `'action', x.id, null::int, x.name, o.name`,
    from: 'action x left join person o on o.workspace_id = x.workspace_id and o.id = x.owner_id',
    isNumbered: false,
  },
  {
    table: 'task',
    columns: `'task', x.id, x.number, x.name, p.name`,
    from: 'task x join project p on p.workspace_id = x.workspace_id and p.id = x.project_id and p.deleted_at is null',
    isNumbered: true,
  },
  {
    table: 'person',
    columns: `'person', x.id, null::int, x.name, r.name`,
    from: 'person x left join role r on r.workspace_id = x.workspace_id and r.id = x.role_id',
    isNumbered: false,
  },
];

/** A few hits of each kind whose name holds every word, or whose number is the word; best first. */
export async function findRecords(scope: Scope, search: string): Promise<SearchRecord[]> {
  const parts = sources.map((source) => sql`(${hits(scope, search, source)})`);
  const { rows } = await sql<SearchRecord>`${sql.join(parts, sql` union all `)}`.execute(scope.tx);
  return rows;
}

function hits({ workspaceId }: Scope, search: string, source: Source): RawBuilder<unknown> {
  const { table, columns, from, isNumbered } = source;
  const number = /^(?:[a-z]+-)?(\d{1,9})$/i.exec(search)?.[1];
  const found = [
    sql`select find_names(${table}, ${search}, true, ${mostCandidates})`,
    sql`select find_names(${table}, ${search}, false, ${mostCandidates})`,
  ];
  if (isNumbered && number) {
    const wanted = sql`n.workspace_id = ${workspaceId} and n.number = ${Number(number)}`;
    found.push(sql`select n.id from ${sql.table(table)} n where ${wanted}`);
  }
  return sql`select hit.* from (select ${sql.raw(columns)} from ${sql.raw(from)}
    where x.workspace_id = ${workspaceId} and x.deleted_at is null
      and x.id in (${sql.join(found, sql` union `)})
    order by starts_with(search_fold(x.name), search_fold(${search})) desc,
      x.name collate "und-x-icu", x.id
    limit ${perKind}) as hit (kind, id, number, name, context)`;
}
