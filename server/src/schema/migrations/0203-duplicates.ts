import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/** Which records became one, and which look alike but are not the same (CR-10). */
const duplicates = `
-- Hangs on the kept record; merged_id lies in the trash, or is gone.
create table record_merge (${record},
  subject_kind text not null check (subject_kind in ('account', 'contact')),
  subject_id uuid not null,
  merged_id uuid not null,
  name text not null,
  moved text not null default '',
  primary key (workspace_id, id)
);
create index record_merge_merged on record_merge (workspace_id, merged_id);
create index record_merge_subject on record_merge (workspace_id, subject_id);
select protect('record_merge', 'subject', 'subject_id');

create table duplicate_dismissal (${record},
  kind text not null check (kind in ('account', 'contact')),
  first_id uuid not null,
  second_id uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, first_id, second_id),
  check (first_id < second_id)
);
select protect('duplicate_dismissal', 'duplicate_dismissal');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(duplicates).execute(db);
}
