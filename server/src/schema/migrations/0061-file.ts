import { type Kysely, sql } from 'kysely';

/**
 * A file is its name on a record (`file`, recorded like anything else) and its bytes (`file_content`,
 * in parts of 1 MiB). The bytes are not written into the change record, which would keep each of them
 * for ever; they go when the last file that names them has gone.
 */
const file = `
create table file_content (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null default now(),
  byte_size int not null check (byte_size >= 0),
  member_id uuid not null,
  image_type text,
  is_whole boolean not null default false,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
select protect('file_content');
grant select, insert, update, delete on file_content to evenkeel_app;

create table file_part (
  workspace_id uuid not null,
  content_id uuid not null,
  position int not null check (position >= 0),
  content bytea not null,
  primary key (workspace_id, content_id, position),
  foreign key (workspace_id, content_id) references file_content (workspace_id, id) on delete cascade
);
-- Most files are compressed already; trying again would only cost time.
alter table file_part alter column content set storage external;
select protect('file_part');
grant select, insert, update, delete on file_part to evenkeel_app;

create table file (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  subject_kind text not null,
  subject_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  content_id uuid not null,
  member_id uuid,
  person_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, content_id) references file_content (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  check (member_id is not null or person_id is not null)
);
create index file_subject on file (workspace_id, subject_kind, subject_id);
create index file_content_id on file (workspace_id, content_id);
select protect('file', 'subject', 'subject_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(file).execute(db);
}
