import { type Kysely, sql } from 'kysely';

/**
 * Kept copies of a project's plan. The rows of one are written once, with it, and never changed, so
 * the change record holds the baseline and not each of its rows again.
 */
const baseline = `
create table baseline (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  project_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  taken_at timestamptz not null,
  member_id uuid,
  start_on date,
  finish_on date,
  primary key (workspace_id, id),
  unique (workspace_id, project_id, name),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete set null (member_id)
);
create index baseline_project on baseline (workspace_id, project_id, taken_at);
select protect('baseline', 'project', 'project_id');

-- No key to the task: a task that is gone for good still stands in the plan that was kept.
create table baseline_task (
  workspace_id uuid not null,
  baseline_id uuid not null,
  task_id uuid not null,
  name text not null,
  start_on date,
  due_on date,
  duration_minutes int,
  estimate_minutes int,
  is_milestone boolean not null,
  primary key (workspace_id, baseline_id, task_id),
  foreign key (workspace_id, baseline_id) references baseline (workspace_id, id) on delete cascade
);
select protect('baseline_task');
grant select, insert, delete on baseline_task to evenkeel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(baseline).execute(db);
}
