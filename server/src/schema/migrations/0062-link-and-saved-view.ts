import { type Kysely, sql } from 'kysely';

/** Two records that belong together; its changes stand in the history of the first. */
const link = `
create table link (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  subject_kind text not null,
  subject_id uuid not null,
  other_kind text not null,
  other_id uuid not null,
  reason text not null,
  note text not null default '',
  primary key (workspace_id, id),
  check (subject_id <> other_id)
);
create index link_subject on link (workspace_id, subject_kind, subject_id);
create index link_other on link (workspace_id, other_kind, other_id);
create unique index link_once on link (workspace_id, subject_id, other_id, reason) where deleted_at is null;
select protect('link', 'subject', 'subject_id');

create table saved_view (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  list text not null,
  name text not null check (length(name) between 1 and 300),
  state jsonb not null,
  is_shared boolean not null default false,
  is_default boolean not null default false,
  member_id uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index saved_view_list on saved_view (workspace_id, list);
select protect('saved_view', 'saved_view');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(link).execute(db);
}
