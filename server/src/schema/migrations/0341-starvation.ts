import { type Kysely, sql } from 'kysely';

/**
 * Initiatives that were found to be starving (B06): one row from the first warning until it is over.
 * What stands in `found` are figures out of other tables.
 */
const warning = `
create table starvation_warning (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  project_id uuid not null,
  since date not null,
  reckoned_on date not null,
  ended_on date,
  found jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade
);
create unique index starvation_warning_open on starvation_warning (workspace_id, project_id) where ended_on is null;
create index starvation_warning_project on starvation_warning (workspace_id, project_id);
select protect('starvation_warning', 'project', 'project_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(warning).execute(db);
}
