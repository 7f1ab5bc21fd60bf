import { type Kysely, sql } from 'kysely';

/** Lists of tasks from other programs (IN-07, U14). */
const taskList = `
alter table import add column kind text not null default 'records' check (kind in ('records', 'tasks'));

-- A file of tasks as it was dropped, how its columns go in and where its tasks go. Working material of
-- an import, not a record of the firm: it is not written into the change record.
create table task_list (
  workspace_id uuid not null references workspace (id) on delete cascade,
  import_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  byte_size int not null,
  format text not null check (format in ('mspdi', 'trello', 'jira', 'csv')),
  content bytea not null,
  -- Null while the columns go as they were recognised.
  mapping jsonb,
  task_count int not null default 0,
  primary key (workspace_id, import_id),
  foreign key (workspace_id, import_id) references import (workspace_id, id) on delete cascade
);
alter table task_list alter column content set storage external;
select protect('task_list');
grant select, insert, update, delete on task_list to evenkeel_app;

-- Which project the tasks go into: one that is here, or one that the run makes.
create table task_target (
  workspace_id uuid not null references workspace (id) on delete cascade,
  import_id uuid not null,
  project_id uuid,
  new_kind text not null default 'client' check (new_kind in ('client', 'initiative')),
  new_name text not null default '' check (length(new_name) <= 300),
  account_id uuid,
  primary key (workspace_id, import_id),
  foreign key (workspace_id, import_id) references import (workspace_id, id) on delete cascade,
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete set null (project_id),
  foreign key (workspace_id, account_id) references account (workspace_id, id) on delete set null (account_id)
);
select protect('task_target');
grant select, insert, update, delete on task_target to evenkeel_app;

-- The other program's key, by which the next import finds the task again.
alter table task add column external_key text check (length(external_key) <= 400);
create index task_external_key on task (workspace_id, project_id, external_key)
  where external_key is not null;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(taskList).execute(db);
}
