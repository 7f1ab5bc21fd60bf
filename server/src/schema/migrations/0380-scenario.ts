import { type Kysely, sql } from 'kysely';

/** Scenarios: changes laid over the plan, never in it until they are applied (B13). */
const scenario = `
create table scenario (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  name text not null check (name <> ''),
  notes text not null default '',
  created_by uuid not null,
  applied_at timestamptz,
  applied_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, created_by) references member (workspace_id, id),
  foreign key (workspace_id, applied_by) references member (workspace_id, id)
);
select protect('scenario', 'scenario');

create table scenario_change (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  scenario_id uuid not null,
  position int not null,
  -- What is changed, as the contract says it. It points at records that may be gone by the time it is
  -- looked at: then the change is named as one that the plan does not allow any more.
  facts jsonb not null,
  is_off boolean not null default false,
  added_by uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, scenario_id) references scenario (workspace_id, id) on delete cascade,
  foreign key (workspace_id, added_by) references member (workspace_id, id)
);
create index scenario_change_scenario on scenario_change (workspace_id, scenario_id);
select protect('scenario_change', 'scenario', 'scenario_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(scenario).execute(db);
}
