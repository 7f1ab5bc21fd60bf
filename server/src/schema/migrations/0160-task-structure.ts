import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/** Sub-tasks, what a task needs to count as done, its checklist, and what waits for what. */
const structure = `
alter table task
  add column parent_id uuid,
  add column acceptance text not null default '',
  add constraint task_in_project unique (workspace_id, project_id, id),
  add constraint task_parent foreign key (workspace_id, project_id, parent_id)
    references task (workspace_id, project_id, id) on delete set null (parent_id),
  add check (parent_id <> id);
create index task_parent on task (workspace_id, parent_id) where parent_id is not null;

create table checklist_item (${record},
  project_id uuid not null,
  task_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  position double precision not null,
  is_done boolean not null default false,
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id, task_id) references task (workspace_id, project_id, id) on delete cascade
);
create index checklist_item_task on checklist_item (workspace_id, task_id, position);
select protect('checklist_item', 'project', 'project_id');

-- "project_id" is the project of the task that waits; the other may belong to another one.
create table dependency (${record},
  project_id uuid not null,
  predecessor_id uuid not null,
  successor_id uuid not null,
  type text not null default 'finish-start'
    check (type in ('finish-start', 'start-start', 'finish-finish', 'start-finish')),
  lag_minutes int not null default 0 check (lag_minutes between -480000 and 480000),
  primary key (workspace_id, id),
  unique (workspace_id, successor_id, predecessor_id),
  check (predecessor_id <> successor_id),
  foreign key (workspace_id, project_id, successor_id) references task (workspace_id, project_id, id) on delete cascade,
  foreign key (workspace_id, predecessor_id) references task (workspace_id, id) on delete cascade
);
create index dependency_predecessor on dependency (workspace_id, predecessor_id);
select protect('dependency', 'project', 'project_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(structure).execute(db);
}
