import { type Kysely, sql } from 'kysely';

/**
 * Small to-dos that hang on any record (ST-41). One that hangs on nothing names itself as its
 * subject, so that its changes have a root as well.
 */
const action = `
create table action (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  subject_kind text not null,
  subject_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  notes text not null default '',
  owner_id uuid,
  due_on date,
  done_on date,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references person (workspace_id, id)
);
create index action_subject on action (workspace_id, subject_kind, subject_id);
create index action_owner on action (workspace_id, owner_id, due_on) where deleted_at is null and done_on is null;
create index action_due on action (workspace_id, due_on, id);
select protect('action', 'subject', 'subject_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(action).execute(db);
}
