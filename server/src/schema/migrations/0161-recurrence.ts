import { type Kysely, sql } from 'kysely';

/** Tasks that come again. "rule" is a RecurrenceRule of core/projects/recurrence. */
const recurrence = `
create table recurrence (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  project_id uuid not null,
  basis text not null check (basis in ('date', 'completion')),
  rule jsonb not null,
  starts_on date not null,
  until date check (until >= starts_on),
  count int check (count > 0),
  lead_days int not null default 7 check (lead_days between 0 and 366),
  span_days int not null default 0 check (span_days between 0 and 3660),
  made_through date not null,
  made_count int not null default 1,
  skipped date[] not null default '{}',
  state text not null default 'active' check (state in ('active', 'paused', 'ended')),
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade
);
create index recurrence_active on recurrence (workspace_id) where state = 'active';
select protect('recurrence', 'project', 'project_id');

alter table task
  add column recurrence_id uuid,
  add column occurs_on date,
  add check (recurrence_id is null or occurs_on is not null),
  add constraint task_recurrence foreign key (workspace_id, recurrence_id)
    references recurrence (workspace_id, id) on delete set null (recurrence_id),
  -- However many servers make the next one, it is there once.
  add constraint task_occurrence unique (workspace_id, recurrence_id, occurs_on);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(recurrence).execute(db);
}
