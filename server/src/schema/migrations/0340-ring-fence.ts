import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

const month = (column: string) => `${column} text check (${column} ~ '^\\d{4}-(0[1-9]|1[0-2])$')`;

/**
 * The strategic reserve as a ledger (B03): what is held back, who lent of it and until when, and every
 * change of it as a line that is only ever added.
 */
const ringFence = `
create table ring_fence (${record},
  name text not null check (length(name) between 1 and 300),
  scope_kind text not null check (scope_kind in ('firm', 'team', 'role', 'person')),
  team_id uuid,
  role_id uuid,
  person_id uuid,
  -- Null: it goes on.
  ${month('to_month')},
  primary key (workspace_id, id),
  check ((scope_kind = 'team') = (team_id is not null)),
  check ((scope_kind = 'role') = (role_id is not null)),
  check ((scope_kind = 'person') = (person_id is not null)),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, role_id) references role (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index ring_fence_person on ring_fence (workspace_id, person_id);
select protect('ring_fence', 'ring_fence');

-- What it holds back from a month on, until the next such month.
create table ring_fence_term (${record},
  ring_fence_id uuid not null,
  ${month('from_month')} not null,
  share int check (share between 0 and 10000),
  minutes_per_month int check (minutes_per_month between 0 and 6000000),
  money bigint not null default 0 check (money >= 0),
  primary key (workspace_id, id),
  unique (workspace_id, ring_fence_id, from_month),
  check (num_nonnulls(share, minutes_per_month) = 1),
  foreign key (workspace_id, ring_fence_id) references ring_fence (workspace_id, id) on delete cascade
);
select protect('ring_fence_term', 'ring_fence', 'ring_fence_id');

create table reserve_loan (${record},
  ring_fence_id uuid not null,
  measure text not null check (measure in ('minutes', 'money')),
  approver_id uuid not null,
  reason text not null check (length(reason) between 1 and 2000),
  pay_back_on date not null,
  -- The client project that needed it, where it is one.
  project_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, ring_fence_id) references ring_fence (workspace_id, id) on delete cascade,
  foreign key (workspace_id, approver_id) references member (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete set null (project_id)
);
create index reserve_loan_fence on reserve_loan (workspace_id, ring_fence_id);
create index reserve_loan_project on reserve_loan (workspace_id, project_id);
select protect('reserve_loan', 'ring_fence', 'ring_fence_id');

create table reserve_entry (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null default now(),
  ring_fence_id uuid not null,
  loan_id uuid,
  member_id uuid,
  kind text not null check (kind in ('grant', 'adjustment', 'taking', 'loan', 'return', 'pay-back')),
  measure text not null check (measure in ('minutes', 'money')),
  ${month('month')} not null,
  amount bigint not null check (amount <> 0),
  booked_on date not null,
  primary key (workspace_id, id),
  check ((loan_id is not null) = (kind in ('loan', 'return', 'pay-back'))),
  check (loan_id is null or amount > 0),
  foreign key (workspace_id, ring_fence_id) references ring_fence (workspace_id, id) on delete cascade,
  foreign key (workspace_id, loan_id) references reserve_loan (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index reserve_entry_month on reserve_entry (workspace_id, ring_fence_id, month, id);
create index reserve_entry_loan on reserve_entry (workspace_id, loan_id);
select protect('reserve_entry', 'ring_fence', 'ring_fence_id');
-- A ledger is added to and never changed.
revoke update, delete on reserve_entry from evenkeel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(ringFence).execute(db);
}
