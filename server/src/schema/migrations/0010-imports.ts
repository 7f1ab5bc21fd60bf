import { type Kysely, sql } from 'kysely';

const imports = `
create table import (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  number int not null,
  created_by uuid not null,
  state text not null default 'draft'
    check (state in ('draft', 'running', 'done', 'failed', 'cancelled', 'undone')),
  choices jsonb not null default '{}',
  attempt int not null default 0,
  started_at timestamptz,
  finished_at timestamptz,
  failure text,
  result jsonb,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, created_by) references member (workspace_id, id)
);
select protect('import', 'import');

-- A file as it was dropped, and how its columns go in. Working material of an import, not a record
-- of the firm: it is not written into the change record, which would keep each file for ever.
create table import_file (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null default now(),
  import_id uuid not null,
  revision int not null default 1,
  name text not null check (length(name) between 1 and 300),
  byte_size int not null,
  content bytea not null,
  encoding text not null,
  delimiter text not null,
  row_count int not null,
  kind text check (kind in ('accounts', 'products', 'people', 'deals')),
  confidence int not null,
  is_remembered boolean not null default false,
  is_dictionary boolean not null default false,
  columns jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, import_id) references import (workspace_id, id) on delete cascade
);
create index import_file_import on import_file (workspace_id, import_id, id);
alter table import_file alter column content set storage external;
select protect('import_file');
grant select, insert, update, delete on import_file to evenkeel_app;

-- How far a run is, and that it still lives. Written outside of the run's own transaction.
create table import_run (
  workspace_id uuid not null references workspace (id) on delete cascade,
  import_id uuid not null,
  attempt int not null,
  phase text not null default 'checking' check (phase in ('checking', 'writing')),
  done int not null default 0,
  total int not null default 0,
  is_cancelled boolean not null default false,
  heartbeat_at timestamptz not null default now(),
  primary key (workspace_id, import_id),
  foreign key (workspace_id, import_id) references import (workspace_id, id) on delete cascade
);
select protect('import_run');
grant select, insert, update, delete on import_run to evenkeel_app;

-- How files of one origin (the same headers in the same order) went in the last time.
create table import_memory (
  workspace_id uuid not null references workspace (id) on delete cascade,
  signature text not null check (length(signature) between 1 and 2000),
  kind text not null check (kind in ('accounts', 'products', 'people', 'deals')),
  columns jsonb not null,
  choices jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (workspace_id, signature)
);
select protect('import_memory');
grant select, insert, update, delete on import_memory to evenkeel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(imports).execute(db);
}
