import { type Kysely, sql } from 'kysely';

/** What an initiative takes for granted, and the KPI that would disprove it (ST-42). */
const assumption = `
create table assumption (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  project_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  kpi_id uuid,
  operator text not null default 'below' check (operator in ('below', 'above')),
  threshold numeric,
  note text not null default '',
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, kpi_id) references kpi (workspace_id, id) on delete set null (kpi_id)
);
create index assumption_project on assumption (workspace_id, project_id);
select protect('assumption', 'project', 'project_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(assumption).execute(db);
}
