import { type Kysely, sql } from 'kysely';

const timesheet = `
-- A week of a person that has been submitted at least once; week_start is its Monday.
create table timesheet (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  person_id uuid not null,
  week_start date not null check (extract(isodow from week_start) = 1),
  state text not null check (state in ('open', 'submitted', 'approved', 'returned')),
  note text not null default '',
  reason text not null default '',
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, person_id, week_start),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, decided_by) references member (workspace_id, id)
);
create index timesheet_week on timesheet (workspace_id, week_start, state);
select protect('timesheet', 'person', 'person_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(timesheet).execute(db);
}
