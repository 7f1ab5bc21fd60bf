import { type Kysely, sql } from 'kysely';

/**
 * The promise ledger (B08, CL-24): every date, amount and deliverable that a client was told, each
 * version a row of its own, written once and never changed. With a date stands the plan of that time,
 * so that the reasons of a later slip are computed and not guessed.
 */
const ledger = `
-- A plan as it stood when days were told from it. Not in the change record: it is a copy.
create table promise_plan (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  project_id uuid not null,
  taken_at timestamptz not null,
  hash text not null,
  plan jsonb not null,
  primary key (workspace_id, id),
  unique (workspace_id, project_id, hash),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade
);
select protect('promise_plan');
grant select, insert on promise_plan to evenkeel_app;

create table promise (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  project_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  what text not null check (what in ('date', 'amount', 'deliverable')),
  -- Counted from 1 within what it is about; the last is what stands.
  number int not null check (number >= 1),
  day date,
  amount bigint,
  wording text not null check (length(wording) between 1 and 2000),
  done_on date,
  is_shown boolean not null default true,
  channel text not null check (channel in ('portal', 'notice', 'status-report', 'quote', 'e-mail', 'meeting', 'working-agreement')),
  told_at timestamptz not null,
  told_to text[] not null default '{}',
  told_by uuid,
  source_kind text,
  source_id uuid,
  plan_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, project_id, what, subject_kind, subject_id, number),
  check ((source_kind is null) = (source_id is null)),
  check (what <> 'date' or day is not null or done_on is not null),
  check (what <> 'amount' or amount is not null),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, told_by) references member (workspace_id, id) on delete set null (told_by),
  foreign key (workspace_id, plan_id) references promise_plan (workspace_id, id)
);
create index promise_told on promise (workspace_id, told_at, id);
create index promise_subject on promise (workspace_id, subject_kind, subject_id);
select protect('promise', 'project', 'project_id');
-- What was told was told.
revoke update, delete on promise from evenkeel_app;

alter table project
  -- Working days that a forecast may slip before a notice is due; less goes into the weekly status.
  add column delay_tolerance_days int not null default 2 check (delay_tolerance_days between 0 and 60);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(ledger).execute(db);
}
