import { type Kysely, sql } from 'kysely';

/** Columns that every record has; `number` and trash only where people see them. */
const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

const firm = `
create table workspace (
  workspace_id uuid not null generated always as (id) stored,
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  currency char(3) not null,
  time_zone text not null,
  strategic_share_target int not null default 2000 check (strategic_share_target between 0 and 10000),
  strategic_share_tolerance int not null default 500 check (strategic_share_tolerance between 0 and 10000),
  is_sample boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
select protect('workspace', 'workspace');

create table team (${record},
  name text not null check (length(name) between 1 and 200),
  primary key (workspace_id, id)
);
create unique index team_name on team (workspace_id, lower(name));
select protect('team', 'team');

-- What somebody does in delivery, with the firm's standard rates per hour.
create table role (${record},
  name text not null check (length(name) between 1 and 200),
  cost_rate bigint not null check (cost_rate >= 0),
  bill_rate bigint not null check (bill_rate >= 0),
  primary key (workspace_id, id)
);
create unique index role_name on role (workspace_id, lower(name));
select protect('role', 'role');

create table person (${record},
  name text not null check (length(name) between 1 and 200),
  email text,
  kind text not null default 'staff' check (kind in ('staff', 'contractor', 'vendor')),
  team_id uuid,
  role_id uuid,
  manager_id uuid,
  weekly_minutes int not null default 2400 check (weekly_minutes between 0 and 10080),
  joined_on date not null default '2000-01-01',
  left_on date check (left_on >= joined_on),
  deleted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, role_id) references role (workspace_id, id),
  foreign key (workspace_id, manager_id) references person (workspace_id, id)
);
create index person_name on person (workspace_id, lower(name));
select protect('person', 'person');

-- A person's own rates per hour from a day on; before the first of them the role's rates count.
create table person_rate (${record},
  person_id uuid not null,
  valid_from date not null,
  cost_rate bigint not null check (cost_rate >= 0),
  bill_rate bigint not null check (bill_rate >= 0),
  primary key (workspace_id, id),
  unique (workspace_id, person_id, valid_from),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
select protect('person_rate', 'person', 'person_id');

-- Someone of this workspace with a login. user_id points into the schema "identity".
create table member (${record},
  user_id uuid not null,
  person_id uuid,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'manager', 'member', 'viewer', 'client')),
  state text not null default 'active' check (state in ('active', 'deactivated', 'removed')),
  checklist_hidden boolean not null default false,
  balance_seen_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, user_id),
  unique (workspace_id, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
select protect('member', 'member');

create table invitation (${record},
  email text not null,
  role text not null check (role in ('owner', 'admin', 'manager', 'member', 'viewer', 'client')),
  invited_by uuid not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id)
);
create unique index invitation_open on invitation (workspace_id, lower(email))
  where accepted_at is null and revoked_at is null;
select protect('invitation', 'invitation');

create table api_token (${record},
  member_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  scopes text[] not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
select protect('api_token', 'api_token');
`;

const sales = `
create table account (${record},
  number int not null,
  name text not null check (length(name) between 1 and 300),
  sector text,
  country text,
  employees int check (employees >= 0),
  annual_revenue bigint,
  founded_year int check (founded_year between 1 and 9999),
  website text,
  notes text not null default '',
  parent_id uuid,
  owner_id uuid,
  external_key text,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, parent_id) references account (workspace_id, id),
  foreign key (workspace_id, owner_id) references person (workspace_id, id)
);
create index account_name on account (workspace_id, lower(name));
create unique index account_external_key on account (workspace_id, external_key);
select protect('account', 'account');

create table product (${record},
  name text not null check (length(name) between 1 and 200),
  series text,
  price bigint check (price >= 0),
  deleted_at timestamptz,
  primary key (workspace_id, id)
);
create index product_name on product (workspace_id, lower(name));
select protect('product', 'product');

create table stage (${record},
  name text not null check (length(name) between 1 and 100),
  position int not null,
  probability int not null check (probability between 0 and 10000),
  outcome text not null check (outcome in ('open', 'won', 'lost')),
  primary key (workspace_id, id)
);
create unique index stage_name on stage (workspace_id, lower(name));
select protect('stage', 'stage');

-- A shape from which projects are made. "outline" is a TemplateOutline of core/projects/template.
create table template (${record},
  kind text not null check (kind in ('client', 'initiative')),
  name text not null check (length(name) between 1 and 200),
  outline jsonb not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);
select protect('template', 'template');

create table deal (${record},
  number int not null,
  name text not null check (length(name) between 1 and 300),
  account_id uuid,
  product_id uuid,
  owner_id uuid,
  stage_id uuid not null,
  stage_since date not null,
  value bigint not null default 0,
  opened_on date not null,
  close_on date,
  contract_signed_on date,
  lost_reason text,
  next_step text not null default '',
  notes text not null default '',
  scope text not null default '',
  delivery_start_on date,
  delivery_end_on date check (delivery_end_on >= delivery_start_on),
  template_id uuid,
  external_key text,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, product_id) references product (workspace_id, id),
  foreign key (workspace_id, owner_id) references person (workspace_id, id),
  foreign key (workspace_id, stage_id) references stage (workspace_id, id),
  foreign key (workspace_id, template_id) references template (workspace_id, id)
);
create unique index deal_external_key on deal (workspace_id, external_key);
create index deal_stage on deal (workspace_id, stage_id) where deleted_at is null;
create index deal_account on deal (workspace_id, account_id);
create index deal_close on deal (workspace_id, close_on, id);
select protect('deal', 'deal');

-- Hours of one role that a deal sells.
create table deal_demand (${record},
  deal_id uuid not null,
  role_id uuid not null,
  minutes int not null check (minutes > 0),
  primary key (workspace_id, id),
  unique (workspace_id, deal_id, role_id),
  foreign key (workspace_id, deal_id) references deal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, role_id) references role (workspace_id, id)
);
select protect('deal_demand', 'deal', 'deal_id');
`;

const work = `
create table strategic_plan (${record},
  number int not null,
  name text not null check (length(name) between 1 and 200),
  mission text not null default '',
  vision text not null default '',
  standing text not null default '',
  destination text not null default '',
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  owner_id uuid,
  state text not null default 'draft' check (state in ('draft', 'approved', 'closed')),
  approved_at timestamptz,
  approved_by uuid,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, owner_id) references person (workspace_id, id),
  foreign key (workspace_id, approved_by) references member (workspace_id, id)
);
select protect('strategic_plan', 'strategic_plan');

create table goal (${record},
  number int not null,
  plan_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  driver text not null check (driver in ('growth', 'differentiation', 'risk')),
  measure text not null default '',
  unit text not null default '',
  baseline numeric,
  target numeric,
  actual numeric,
  deadline date,
  owner_id uuid,
  stated_by uuid,
  notes text not null default '',
  deleted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, plan_id) references strategic_plan (workspace_id, id),
  foreign key (workspace_id, owner_id) references person (workspace_id, id),
  foreign key (workspace_id, stated_by) references person (workspace_id, id)
);
create index goal_plan on goal (workspace_id, plan_id);
select protect('goal', 'goal');

-- Both kinds of work. What only one kind has is held by the checks below.
create table project (${record},
  number int not null,
  kind text not null check (kind in ('client', 'initiative')),
  name text not null check (length(name) between 1 and 300),
  purpose text not null default '',
  scope text not null default '',
  state text not null check (state in ('considered', 'proposed', 'approved', 'executing', 'completed', 'shelved', 'rejected')),
  state_reason text not null default '',
  start_on date,
  end_on date check (end_on >= start_on),
  owner_id uuid,
  project_manager_id uuid,
  team_id uuid,
  budget bigint check (budget >= 0),
  account_id uuid,
  deal_id uuid,
  price bigint,
  category text check (category in ('improve', 'grow', 'transform', 'prepare')),
  business_need text not null default '',
  expected_benefit text not null default '',
  promised_weekly_minutes int not null default 0 check (promised_weekly_minutes >= 0),
  priority int not null default 3 check (priority between 1 and 5),
  template_id uuid,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  check (kind = 'client' or (account_id is null and deal_id is null and price is null)),
  check (kind = 'initiative' or (category is null and promised_weekly_minutes = 0)),
  check (kind = 'initiative' or state in ('approved', 'executing', 'completed', 'shelved')),
  foreign key (workspace_id, owner_id) references person (workspace_id, id),
  foreign key (workspace_id, project_manager_id) references person (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, deal_id) references deal (workspace_id, id),
  foreign key (workspace_id, template_id) references template (workspace_id, id)
);
create index project_kind on project (workspace_id, kind) where deleted_at is null;
create index project_account on project (workspace_id, account_id);
create index project_deal on project (workspace_id, deal_id);
select protect('project', 'project');

-- Which goals an initiative serves, from strongly hurts (-2) to strongly helps (2).
create table goal_link (${record},
  project_id uuid not null,
  goal_id uuid not null,
  strength int not null default 1 check (strength between -2 and 2),
  primary key (workspace_id, id),
  unique (workspace_id, project_id, goal_id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, goal_id) references goal (workspace_id, id) on delete cascade
);
create index goal_link_goal on goal_link (workspace_id, goal_id);
select protect('goal_link', 'project', 'project_id');

create table phase (${record},
  project_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  position int not null,
  start_on date,
  end_on date check (end_on >= start_on),
  primary key (workspace_id, id),
  unique (workspace_id, project_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade
);
select protect('phase', 'project', 'project_id');

create table task (${record},
  number int not null,
  project_id uuid not null,
  phase_id uuid,
  name text not null check (length(name) between 1 and 300),
  notes text not null default '',
  position double precision not null default 0,
  state text not null default 'open' check (state in ('open', 'started', 'done')),
  role_id uuid,
  estimate_minutes int check (estimate_minutes >= 0),
  start_on date,
  due_on date check (due_on >= start_on),
  done_on date,
  is_milestone boolean not null default false,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, project_id, phase_id) references phase (workspace_id, project_id, id),
  foreign key (workspace_id, role_id) references role (workspace_id, id)
);
create index task_project on task (workspace_id, project_id, position);
create index task_due on task (workspace_id, due_on) where deleted_at is null and state <> 'done';
select protect('task', 'project', 'project_id');

create table assignment (${record},
  project_id uuid not null,
  task_id uuid not null,
  person_id uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, task_id, person_id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, task_id) references task (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index assignment_person on assignment (workspace_id, person_id);
select protect('assignment', 'project', 'project_id');

create table hand_off (${record},
  deal_id uuid not null,
  state text not null check (state in ('proposed', 'accepted', 'returned')),
  template_id uuid,
  project_id uuid,
  return_reason text not null default '',
  proposed_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, deal_id),
  foreign key (workspace_id, deal_id) references deal (workspace_id, id),
  foreign key (workspace_id, template_id) references template (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id),
  foreign key (workspace_id, decided_by) references member (workspace_id, id)
);
select protect('hand_off', 'deal', 'deal_id');

-- Where a field of a project came from at the hand-off (B09).
create table origin (${record},
  project_id uuid not null,
  subject text not null check (subject in ('project', 'phase', 'task')),
  subject_id uuid not null,
  field text not null,
  source text not null check (source in ('deal', 'account', 'contract', 'template', 'person', 'computed')),
  source_id uuid,
  source_field text not null,
  value jsonb,
  confirmed_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, confirmed_by) references member (workspace_id, id)
);
create index origin_project on origin (workspace_id, project_id);
select protect('origin', 'project', 'project_id');

create table time_entry (${record},
  person_id uuid not null,
  project_id uuid not null,
  task_id uuid,
  on_date date not null,
  minutes int not null check (minutes between 1 and 1440),
  note text not null default '',
  is_billable boolean not null,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id),
  foreign key (workspace_id, task_id) references task (workspace_id, id)
);
create index time_entry_person on time_entry (workspace_id, person_id, on_date);
create index time_entry_project on time_entry (workspace_id, project_id, on_date);
create index time_entry_task on time_entry (workspace_id, task_id);
create index time_entry_date on time_entry (workspace_id, on_date);
select protect('time_entry', 'project', 'project_id');

-- A running timer: one for each person.
create table timer (${record},
  person_id uuid not null,
  project_id uuid not null,
  task_id uuid,
  started_at timestamptz not null,
  note text not null default '',
  primary key (workspace_id, id),
  unique (workspace_id, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id),
  foreign key (workspace_id, task_id) references task (workspace_id, id)
);
select protect('timer', 'person', 'person_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(firm).execute(db);
  await sql.raw(sales).execute(db);
  await sql.raw(work).execute(db);
}
