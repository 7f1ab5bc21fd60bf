import { type Kysely, sql } from 'kysely';

/** Levelling of all projects at once: runs, how far they are, and what they propose (PM-08). */
const levelling = `
create table levelling_run (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  number int not null,
  created_by uuid not null,
  state text not null default 'queued'
    check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  seed int not null,
  max_schedules int not null check (max_schedules > 0),
  engine_version int not null,
  problem_hash text,
  started_at timestamptz,
  finished_at timestamptz,
  failure text,
  result jsonb,
  is_discarded boolean not null default false,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, created_by) references member (workspace_id, id)
);
select protect('levelling_run', 'levelling_run');

-- How far a run is, and that it still lives. Written outside of the run's own transaction.
create table levelling_progress (
  workspace_id uuid not null references workspace (id) on delete cascade,
  run_id uuid not null,
  schedules int not null default 0,
  end_on date,
  is_cancelled boolean not null default false,
  heartbeat_at timestamptz not null default now(),
  primary key (workspace_id, run_id),
  foreign key (workspace_id, run_id) references levelling_run (workspace_id, id) on delete cascade
);
select protect('levelling_progress');
grant select, insert, update, delete on levelling_progress to evenkeel_app;

-- What a run proposes for each task. Working material of the run, not in the change record: what is
-- accepted stands there as a change of the task.
create table levelling_proposal (
  workspace_id uuid not null references workspace (id) on delete cascade,
  run_id uuid not null,
  task_id uuid not null,
  project_id uuid not null,
  position int not null,
  start_before date,
  due_before date,
  start_on date not null,
  due_on date not null,
  is_moved boolean not null,
  not_before date,
  reason jsonb not null,
  gap text check (gap in ('no-estimate', 'nobody')),
  state text not null default 'open' check (state in ('open', 'accepted', 'taken-back')),
  -- What people had said about the task's days before it was accepted.
  held jsonb,
  primary key (workspace_id, run_id, task_id),
  foreign key (workspace_id, run_id) references levelling_run (workspace_id, id) on delete cascade,
  foreign key (workspace_id, task_id) references task (workspace_id, id) on delete cascade
);
create index levelling_proposal_task on levelling_proposal (workspace_id, task_id);
select protect('levelling_proposal');
grant select, insert, update, delete on levelling_proposal to evenkeel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(levelling).execute(db);
}
