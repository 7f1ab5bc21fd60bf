import { type Kysely, sql } from 'kysely';

/**
 * Choosing the portfolio (B01, B02): what is aimed at, what is said of single candidates, the runs that
 * computed it, and what people decided.
 */
const portfolioChoice = `
create table portfolio_choice (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  number int not null,
  created_by uuid not null,
  name text not null,
  note text not null default '',
  first_month text not null check (first_month ~ '^[0-9]{4}-[0-9]{2}$'),
  month_count int not null check (month_count between 1 and 36),
  maximise text not null check (maximise in ('margin', 'contribution')),
  least_contribution int,
  least_margin bigint,
  deal_hours text not null check (deal_hours in ('full', 'weighted')),
  usual_months int not null check (usual_months between 1 and 36),
  deal_delay_months int not null check (deal_delay_months between 0 and 36),
  initiative_delay_months int not null check (initiative_delay_months between 0 and 36),
  reserve_share int not null default 0 check (reserve_share between 0 and 10000),
  least_initiative_minutes int,
  least_initiative_spend bigint,
  -- [{ month, leastMinor }]
  cash_floors jsonb not null default '[]',
  is_put_away boolean not null default false,
  decided_at timestamptz,
  decided_by uuid,
  decision_note text not null default '',
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, created_by) references member (workspace_id, id),
  foreign key (workspace_id, decided_by) references member (workspace_id, id)
);
select protect('portfolio_choice', 'portfolio_choice');

-- What a goal weighs in a choice; the usual weight where there is no row.
create table portfolio_goal_weight (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  choice_id uuid not null,
  goal_id uuid not null,
  weight int not null check (weight between 0 and 100),
  primary key (workspace_id, id),
  unique (workspace_id, choice_id, goal_id),
  foreign key (workspace_id, choice_id) references portfolio_choice (workspace_id, id) on delete cascade,
  foreign key (workspace_id, goal_id) references goal (workspace_id, id) on delete cascade
);
create index portfolio_goal_weight_goal on portfolio_goal_weight (workspace_id, goal_id);
select protect('portfolio_goal_weight', 'portfolio_choice', 'choice_id');

-- What a person says of one candidate. The history of a pin and its reason is in the change record.
create table portfolio_rule (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  choice_id uuid not null,
  deal_id uuid,
  project_id uuid,
  first_month text check (first_month ~ '^[0-9]{4}-[0-9]{2}$'),
  last_month text check (last_month ~ '^[0-9]{4}-[0-9]{2}$'),
  is_mandatory boolean not null default false,
  exclusive_group text not null default '',
  -- Ids of other candidates.
  requires jsonb not null default '[]',
  pin text check (pin in ('in', 'out')),
  pin_month text check (pin_month ~ '^[0-9]{4}-[0-9]{2}$'),
  pin_reason text not null default '',
  pinned_by uuid,
  pinned_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, choice_id, deal_id),
  unique (workspace_id, choice_id, project_id),
  check (num_nonnulls(deal_id, project_id) = 1),
  check (pin is null or pin_reason <> ''),
  foreign key (workspace_id, choice_id) references portfolio_choice (workspace_id, id) on delete cascade,
  foreign key (workspace_id, deal_id) references deal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, pinned_by) references member (workspace_id, id)
);
create index portfolio_rule_deal on portfolio_rule (workspace_id, deal_id);
create index portfolio_rule_project on portfolio_rule (workspace_id, project_id);
select protect('portfolio_rule', 'portfolio_choice', 'choice_id');

create table portfolio_run (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  choice_id uuid not null,
  number int not null,
  created_by uuid not null,
  state text not null default 'queued'
    check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  seed int not null,
  seconds int not null check (seconds > 0),
  engine_version int not null,
  problem_hash text,
  started_at timestamptz,
  finished_at timestamptz,
  failure text,
  primary key (workspace_id, id),
  unique (workspace_id, choice_id, number),
  foreign key (workspace_id, choice_id) references portfolio_choice (workspace_id, id) on delete cascade,
  foreign key (workspace_id, created_by) references member (workspace_id, id)
);
select protect('portfolio_run', 'portfolio_choice', 'choice_id');

-- What a run was computed from and came to. Large, never changed, and not in the change record.
create table portfolio_result (
  workspace_id uuid not null references workspace (id) on delete cascade,
  run_id uuid not null,
  -- Facts, aims and rules as they were, to the letter: jsonb would put keys in another order.
  input json not null,
  result json,
  -- Its figures, for lists.
  outcome json,
  primary key (workspace_id, run_id),
  foreign key (workspace_id, run_id) references portfolio_run (workspace_id, id) on delete cascade
);
select protect('portfolio_result');
grant select, insert, update, delete on portfolio_result to evenkeel_app;

-- How far a run is, and that it still lives. Written outside of the run's own transaction.
create table portfolio_progress (
  workspace_id uuid not null references workspace (id) on delete cascade,
  run_id uuid not null,
  progress jsonb,
  is_cancelled boolean not null default false,
  heartbeat_at timestamptz not null default now(),
  primary key (workspace_id, run_id),
  foreign key (workspace_id, run_id) references portfolio_run (workspace_id, id) on delete cascade
);
select protect('portfolio_progress');
grant select, insert, update, delete on portfolio_progress to evenkeel_app;

create table portfolio_decision (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  choice_id uuid not null,
  run_id uuid not null,
  deal_id uuid,
  project_id uuid,
  verdict text not null check (verdict in ('pursue', 'decline', 'start', 'shelve')),
  month text check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  start_on date,
  end_on date,
  was_proposed boolean not null,
  reason text not null default '',
  decided_by uuid not null,
  decided_at timestamptz not null,
  -- What stood on the record before: { startOn, endOn, state }.
  held jsonb not null,
  taken_back_at timestamptz,
  primary key (workspace_id, id),
  check (num_nonnulls(deal_id, project_id) = 1),
  foreign key (workspace_id, choice_id) references portfolio_choice (workspace_id, id) on delete cascade,
  foreign key (workspace_id, run_id) references portfolio_run (workspace_id, id) on delete cascade,
  foreign key (workspace_id, deal_id) references deal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, decided_by) references member (workspace_id, id)
);
create index portfolio_decision_choice on portfolio_decision (workspace_id, choice_id);
create index portfolio_decision_deal on portfolio_decision (workspace_id, deal_id);
create index portfolio_decision_project on portfolio_decision (workspace_id, project_id);
select protect('portfolio_decision', 'portfolio_choice', 'choice_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(portfolioChoice).execute(db);
}
