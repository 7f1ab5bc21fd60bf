import { type Kysely, sql } from 'kysely';

/** Tags of a workspace, and which stand on which records. */
const tag = `
create table tag (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text not null check (length(name) between 1 and 60),
  colour text not null default 'grey',
  primary key (workspace_id, id)
);
create unique index tag_name on tag (workspace_id, lower(name));
select protect('tag', 'tag');

create table tagging (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null default now(),
  subject_kind text not null,
  subject_id uuid not null,
  tag_id uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, subject_id, tag_id),
  foreign key (workspace_id, tag_id) references tag (workspace_id, id) on delete cascade
);
create index tagging_kind on tagging (workspace_id, subject_kind, subject_id);
create index tagging_tag on tagging (workspace_id, tag_id);
select protect('tagging', 'subject', 'subject_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tag).execute(db);
}
