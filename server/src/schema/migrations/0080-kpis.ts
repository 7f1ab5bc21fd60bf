import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

const tables = `
create table objective (${record},
  number int not null,
  goal_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  notes text not null default '',
  owner_id uuid,
  position double precision not null default 0,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  unique (workspace_id, goal_id, id),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, owner_id) references person (workspace_id, id)
);
select protect('objective', 'goal', 'goal_id');

-- Start and deadline are its own where they are given, else those of the plan and of the goal.
create table kpi (${record},
  number int not null,
  goal_id uuid not null,
  objective_id uuid,
  name text not null check (length(name) between 1 and 300),
  perspective text not null check (perspective in ('financial', 'customer', 'internal-process', 'learning-and-growth')),
  unit text not null default '',
  direction text not null default 'up' check (direction in ('up', 'down')),
  frequency text not null default 'monthly' check (frequency in ('weekly', 'monthly', 'quarterly', 'yearly')),
  baseline numeric,
  target numeric,
  start_on date,
  deadline date,
  owner_id uuid,
  position double precision not null default 0,
  notes text not null default '',
  deleted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, goal_id, objective_id) references objective (workspace_id, goal_id, id)
    on delete set null (objective_id),
  foreign key (workspace_id, owner_id) references person (workspace_id, id)
);
create index kpi_goal on kpi (workspace_id, goal_id);
select protect('kpi', 'kpi');

create table kpi_interim_target (${record},
  kpi_id uuid not null,
  on_date date not null,
  value numeric not null,
  primary key (workspace_id, id),
  unique (workspace_id, kpi_id, on_date),
  foreign key (workspace_id, kpi_id) references kpi (workspace_id, id) on delete cascade
);
select protect('kpi_interim_target', 'kpi', 'kpi_id');

-- Who measured may be a person without a login; who entered it is a member.
create table kpi_actual (${record},
  kpi_id uuid not null,
  on_date date not null,
  value numeric not null,
  comment text not null default '',
  author_id uuid,
  entered_by uuid,
  entered_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, kpi_id, on_date),
  foreign key (workspace_id, kpi_id) references kpi (workspace_id, id) on delete cascade,
  foreign key (workspace_id, author_id) references person (workspace_id, id),
  foreign key (workspace_id, entered_by) references member (workspace_id, id)
);
select protect('kpi_actual', 'kpi', 'kpi_id');
`;

/** What was measured on the goal itself becomes its first KPI; then the goal keeps no copy of it. */
const move = `
set local evenkeel.maintenance = 'on';
set local evenkeel.source = 'migration';
insert into kpi (workspace_id, id, number, goal_id, name, perspective, unit, direction, baseline, target, owner_id)
  select workspace_id, gen_random_uuid(),
    1000 + row_number() over (partition by workspace_id order by number), id,
    coalesce(nullif(left(measure, 300), ''), name),
    case driver when 'growth' then 'financial' when 'differentiation' then 'customer' else 'internal-process' end,
    unit, case when target < baseline then 'down' else 'up' end, baseline, target, owner_id
  from goal
  where measure <> '' or baseline is not null or target is not null or actual is not null;
insert into kpi_actual (workspace_id, id, kpi_id, on_date, value)
  select goal.workspace_id, gen_random_uuid(), kpi.id, goal.updated_at::date, goal.actual
  from goal join kpi on kpi.workspace_id = goal.workspace_id and kpi.goal_id = goal.id
  where goal.actual is not null;
insert into counter (workspace_id, subject, last)
  select workspace_id, 'kpi', max(number) from kpi group by workspace_id;
set local evenkeel.maintenance = 'off';
alter table goal drop column measure, drop column unit, drop column baseline, drop column target,
  drop column actual;
`;

/** Goal, objective, KPI, target, actual (ST-38); a goal is measured by its KPIs (U25). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
  await sql.raw(move).execute(db);
}
