import { type Kysely, sql } from 'kysely';

const part = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  project_id uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade`;

/** The case of an initiative in rows: what it brings, what it costs, who stands where, what it assumes. */
const initiativeCase = `
alter table project
  add column horizon int check (horizon between 1 and 3),
  add column market text check (market in ('existing', 'new')),
  add column offering text check (offering in ('existing', 'new')),
  add column value_score int check (value_score between 1 and 10),
  add column effort_score int check (effort_score between 1 and 10),
  add column is_case_published boolean not null default false,
  add constraint project_initiative_case check (kind = 'initiative' or (
    horizon is null and market is null and offering is null and value_score is null
    and effort_score is null and not is_case_published));

create table benefit (${part},
  name text not null check (length(name) between 1 and 300),
  nature text not null check (nature in ('money', 'other')),
  timing text not null check (timing in ('direct', 'later', 'indirect')),
  amount bigint check (amount >= 0),
  period text not null default 'once' check (period in ('once', 'yearly')),
  due_on date,
  measured_by text not null default '',
  outcome text not null default 'open' check (outcome in ('open', 'came', 'partly', 'missed')),
  actual_amount bigint check (actual_amount >= 0),
  outcome_note text not null default '',
  check (nature = 'money' or (amount is null and actual_amount is null))
);
create index benefit_project on benefit (workspace_id, project_id);
select protect('benefit', 'project', 'project_id');

-- "amount" is that of each payment; people's time costs the role's rates of its days.
create table cost_item (${part},
  name text not null check (length(name) between 1 and 300),
  kind text not null check (kind in ('one-off', 'recurring', 'people')),
  amount bigint check (amount >= 0),
  period text check (period in ('monthly', 'quarterly', 'yearly')),
  role_id uuid,
  minutes int check (minutes >= 0),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  check ((kind = 'people') = (minutes is not null)),
  check ((kind = 'people') = (amount is null)),
  check ((kind = 'recurring') = (period is not null)),
  check (kind = 'people' or role_id is null),
  foreign key (workspace_id, role_id) references role (workspace_id, id)
);
create index cost_item_project on cost_item (workspace_id, project_id);
select protect('cost_item', 'project', 'project_id');

create table stakeholder (${part},
  name text not null check (length(name) between 1 and 200),
  person_id uuid,
  stance text not null default 'neutral' check (stance in ('champion', 'supporter', 'neutral', 'doubter', 'opponent')),
  influence text not null default 'medium' check (influence in ('high', 'medium', 'low')),
  concern text not null default '',
  response text not null default '',
  adoption_measure text not null default '',
  adoption_target int check (adoption_target between 0 and 10000),
  adoption_actual int check (adoption_actual between 0 and 10000),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index stakeholder_project on stakeholder (workspace_id, project_id);
select protect('stakeholder', 'project', 'project_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(initiativeCase).execute(db);
}
