import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

const depth = `
alter table strategic_plan
  add column values text not null default '',
  add column scope text not null default 'company' check (scope in ('company', 'team', 'person')),
  add column team_id uuid,
  add column person_id uuid,
  add column review_cadence text not null default 'quarterly'
    check (review_cadence in ('monthly', 'quarterly', 'half-yearly', 'yearly')),
  add column last_reviewed_on date,
  add foreign key (workspace_id, team_id) references team (workspace_id, id),
  add foreign key (workspace_id, person_id) references person (workspace_id, id),
  add check (case scope when 'team' then team_id is not null and person_id is null
    when 'person' then person_id is not null and team_id is null
    else team_id is null and person_id is null end);

-- Directly responsible individuals: who answers for what in a plan.
create table plan_duty (${record},
  plan_id uuid not null,
  person_id uuid not null,
  duty text not null default '',
  position int not null,
  primary key (workspace_id, id),
  unique (workspace_id, plan_id, person_id),
  foreign key (workspace_id, plan_id) references strategic_plan (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
select protect('plan_duty', 'strategic_plan', 'plan_id');

alter table goal
  add column stated_on date,
  add column stated_at text not null default '';

create table tactical_plan (${record},
  number int not null,
  plan_id uuid not null,
  goal_id uuid,
  name text not null check (length(name) between 1 and 300),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  resources text not null default '',
  owner_id uuid,
  review_cadence text not null default 'monthly'
    check (review_cadence in ('monthly', 'quarterly', 'half-yearly', 'yearly')),
  last_reviewed_on date,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, plan_id) references strategic_plan (workspace_id, id) on delete cascade,
  foreign key (workspace_id, goal_id) references goal (workspace_id, id) on delete set null (goal_id),
  foreign key (workspace_id, owner_id) references person (workspace_id, id)
);
create index tactical_plan_plan on tactical_plan (workspace_id, plan_id);
select protect('tactical_plan', 'tactical_plan');

-- With a quota it is counted per person and period; without one it is done once.
create table tactic (${record},
  tactical_plan_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  position double precision not null default 0,
  quota int check (quota between 1 and 100000),
  period text check (period in ('daily', 'weekly', 'monthly', 'quarterly')),
  incentive text not null default '',
  due_on date,
  done_on date,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, tactical_plan_id) references tactical_plan (workspace_id, id) on delete cascade,
  check ((quota is null) = (period is null))
);
create index tactic_plan on tactic (workspace_id, tactical_plan_id);
select protect('tactic', 'tactical_plan', 'tactical_plan_id');

create table tactic_person (${record},
  tactical_plan_id uuid not null,
  tactic_id uuid not null,
  person_id uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, tactic_id, person_id),
  foreign key (workspace_id, tactic_id) references tactic (workspace_id, id) on delete cascade,
  foreign key (workspace_id, tactical_plan_id) references tactical_plan (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
select protect('tactic_person', 'tactical_plan', 'tactical_plan_id');

create table tactic_count (${record},
  tactical_plan_id uuid not null,
  tactic_id uuid not null,
  person_id uuid not null,
  on_date date not null,
  count int not null check (count between 0 and 100000),
  primary key (workspace_id, id),
  unique (workspace_id, tactic_id, person_id, on_date),
  foreign key (workspace_id, tactic_id) references tactic (workspace_id, id) on delete cascade,
  foreign key (workspace_id, tactical_plan_id) references tactical_plan (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
select protect('tactic_count', 'tactical_plan', 'tactical_plan_id');
`;

/** What a plan holds beside its goals: scope, values, duties, reviews, tactical plans (ST-22 to ST-31). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(depth).execute(db);
}
