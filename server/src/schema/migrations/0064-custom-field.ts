import { type Kysely, sql } from 'kysely';

/**
 * Fields of a firm's own and their values. A value keeps the field's name and itself in words, as they
 * were when it was written, so that the history stays readable whatever becomes of the field.
 */
const customField = `
create table custom_field (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  kind text not null,
  name text not null check (length(name) between 1 and 80),
  type text not null,
  choices jsonb not null default '[]',
  position int not null default 0,
  primary key (workspace_id, id)
);
create unique index custom_field_name on custom_field (workspace_id, kind, lower(name)) where deleted_at is null;
select protect('custom_field', 'custom_field');

create table custom_value (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  subject_kind text not null,
  subject_id uuid not null,
  field_id uuid not null,
  name text not null,
  value jsonb,
  words text,
  primary key (workspace_id, id),
  unique (workspace_id, field_id, subject_id),
  foreign key (workspace_id, field_id) references custom_field (workspace_id, id)
);
create index custom_value_kind on custom_value (workspace_id, subject_kind, subject_id);
select protect('custom_value', 'subject', 'subject_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(customField).execute(db);
}
