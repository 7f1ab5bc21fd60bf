import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/** Targets of the mix beside that by hours (BA-02), and the review of the mix with its decisions (BA-06). */
const mix = `
alter table workspace
  add column money_share_target int check (money_share_target between 0 and 10000),
  add column money_share_tolerance int not null default 500 check (money_share_tolerance between 0 and 10000),
  add column people_share_target int check (people_share_target between 0 and 10000),
  add column people_share_tolerance int not null default 1000 check (people_share_tolerance between 0 and 10000),
  add column client_cash_floor bigint check (client_cash_floor >= 0);

create table mix_review (${record},
  held_on date not null,
  held_by uuid not null,
  summary text not null default '' check (length(summary) <= 20000),
  next_review_on date,
  -- What was seen on that day; written once.
  seen jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, held_by) references member (workspace_id, id)
);
create index mix_review_day on mix_review (workspace_id, held_on, id);
select protect('mix_review', 'mix_review');
-- What was seen stays as it was seen.
revoke update on mix_review from evenkeel_app;
grant update (summary, next_review_on, updated_at, version) on mix_review to evenkeel_app;

create table mix_decision (${record},
  review_id uuid not null,
  decision text not null check (length(decision) between 1 and 2000),
  owner_id uuid,
  due_on date,
  outcome text not null default '' check (length(outcome) <= 2000),
  is_closed boolean not null default false,
  primary key (workspace_id, id),
  foreign key (workspace_id, review_id) references mix_review (workspace_id, id) on delete cascade,
  foreign key (workspace_id, owner_id) references person (workspace_id, id)
);
create index mix_decision_review on mix_decision (workspace_id, review_id, id);
select protect('mix_decision', 'mix_review', 'review_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(mix).execute(db);
}
