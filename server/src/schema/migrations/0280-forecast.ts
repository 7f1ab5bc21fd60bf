import { type Kysely, sql } from 'kysely';

/** Effort at best and at worst on tasks, and the forecast of each project (U14). */
const forecast = `
alter table task
  add column optimistic_minutes int check (optimistic_minutes between 0 and 6000000),
  add column pessimistic_minutes int check (pessimistic_minutes between 0 and 6000000),
  add constraint task_optimistic check (optimistic_minutes <= pessimistic_minutes);

-- The last forecast of a project, and how far the one being made is. Figures out of what stands in
-- other tables: not in the change record.
create table forecast (
  workspace_id uuid not null references workspace (id) on delete cascade,
  project_id uuid not null,
  attempt int not null default 1,
  state text not null default 'queued'
    check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  samples int not null check (samples > 0),
  seed int not null,
  done int not null default 0,
  is_cancelled boolean not null default false,
  failure text,
  -- Of the last one that was finished.
  made_at timestamptz,
  made_for date,
  plan_hash text,
  p80_on date,
  result jsonb,
  primary key (workspace_id, project_id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade
);
select protect('forecast');
grant select, insert, update, delete on forecast to evenkeel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(forecast).execute(db);
}
