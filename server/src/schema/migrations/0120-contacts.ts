import { type Kysely, sql } from 'kysely';

/** Columns that every record has. */
const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

const channels = `'email', 'phone', 'video', 'meeting', 'message', 'post'`;
const language = `check (language ~ '^[a-z]{2,3}(-[A-Z]{2})?$')`;

/** People at accounts, how to reach them, and what an account wants to be told how and how often. */
const contacts = `
alter table account
  add column preferred_channel text check (preferred_channel in (${channels})),
  add column language text ${language},
  add column interpreter_note text not null default '',
  add column contact_cadence_days int check (contact_cadence_days between 1 and 730),
  add column next_contact_on date,
  add column lifecycle text check (lifecycle in ('prospect', 'client', 'former'));

create table contact (${record},
  number int not null,
  name text not null check (length(name) between 1 and 300),
  job_title text,
  preferred_channel text check (preferred_channel in (${channels})),
  language text ${language},
  owner_id uuid,
  notes text not null default '',
  do_not_contact boolean not null default false,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, owner_id) references person (workspace_id, id)
);
create index contact_name on contact (workspace_id, lower(name));
select protect('contact', 'contact');

-- What a contact is at an account, and what they need from us there; one account is the main one.
create table contact_account (${record},
  contact_id uuid not null,
  account_id uuid not null,
  role text not null default '',
  needs text not null default '',
  is_primary boolean not null default false,
  primary key (workspace_id, id),
  unique (workspace_id, contact_id, account_id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id)
);
create unique index contact_account_primary on contact_account (workspace_id, contact_id) where is_primary;
create index contact_account_account on contact_account (workspace_id, account_id);
select protect('contact_account', 'contact', 'contact_id');

create table contact_email (${record},
  contact_id uuid not null,
  email text not null check (length(email) between 3 and 320),
  label text not null default '',
  position int not null default 0,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade
);
create unique index contact_email_once on contact_email (workspace_id, contact_id, lower(email));
create index contact_email_address on contact_email (workspace_id, lower(email));
select protect('contact_email', 'contact', 'contact_id');

create table contact_phone (${record},
  contact_id uuid not null,
  phone text not null check (length(phone) between 3 and 60),
  label text not null default '',
  position int not null default 0,
  primary key (workspace_id, id),
  unique (workspace_id, contact_id, phone),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade
);
select protect('contact_phone', 'contact', 'contact_id');
`;

/** What the account itself wants and runs (B12): never mixed with our own goals. */
const customerGoals = `
create table customer_goal (${record},
  number int not null,
  account_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  driver text not null check (driver in ('growth', 'differentiation', 'risk')),
  measure text not null default '',
  unit text not null default '',
  baseline numeric,
  target numeric,
  actual numeric,
  deadline date,
  serves_id uuid check (serves_id <> id),
  serves_why text not null default '',
  stated_by_contact_id uuid,
  stated_on date,
  stated_where text not null default '',
  state text not null default 'open' check (state in ('open', 'reached', 'dropped')),
  notes text not null default '',
  deleted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, serves_id) references customer_goal (workspace_id, id),
  foreign key (workspace_id, stated_by_contact_id) references contact (workspace_id, id)
);
create index customer_goal_account on customer_goal (workspace_id, account_id);
select protect('customer_goal', 'account', 'account_id');

create table customer_initiative (${record},
  number int not null,
  account_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  scope text not null default '',
  organisation text,
  leader text,
  project_manager text,
  budget bigint check (budget >= 0),
  start_on date,
  end_on date check (end_on >= start_on),
  stated_by_contact_id uuid,
  stated_on date,
  is_defined_together boolean not null default false,
  notes text not null default '',
  deleted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, stated_by_contact_id) references contact (workspace_id, id)
);
create index customer_initiative_account on customer_initiative (workspace_id, account_id);
select protect('customer_initiative', 'account', 'account_id');

-- The ladder: which of the customer's goals their initiative serves, and why.
create table customer_goal_link (${record},
  customer_initiative_id uuid not null,
  customer_goal_id uuid not null,
  why text not null default '',
  primary key (workspace_id, id),
  unique (workspace_id, customer_initiative_id, customer_goal_id),
  foreign key (workspace_id, customer_initiative_id) references customer_initiative (workspace_id, id) on delete cascade,
  foreign key (workspace_id, customer_goal_id) references customer_goal (workspace_id, id) on delete cascade
);
create index customer_goal_link_goal on customer_goal_link (workspace_id, customer_goal_id);
select protect('customer_goal_link', 'customer_goal', 'customer_goal_id');

-- What we can do for a customer goal: one of our products, or a kind of project we know how to run.
create table customer_goal_capability (${record},
  customer_goal_id uuid not null,
  product_id uuid,
  template_id uuid,
  note text not null default '',
  primary key (workspace_id, id),
  check (num_nonnulls(product_id, template_id) = 1),
  unique (workspace_id, customer_goal_id, product_id),
  unique (workspace_id, customer_goal_id, template_id),
  foreign key (workspace_id, customer_goal_id) references customer_goal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, product_id) references product (workspace_id, id),
  foreign key (workspace_id, template_id) references template (workspace_id, id)
);
select protect('customer_goal_capability', 'customer_goal', 'customer_goal_id');

create table deal_customer_goal (${record},
  deal_id uuid not null,
  customer_goal_id uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, deal_id, customer_goal_id),
  foreign key (workspace_id, deal_id) references deal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, customer_goal_id) references customer_goal (workspace_id, id) on delete cascade
);
create index deal_customer_goal_goal on deal_customer_goal (workspace_id, customer_goal_id);
select protect('deal_customer_goal', 'deal', 'deal_id');

create table deal_customer_initiative (${record},
  deal_id uuid not null,
  customer_initiative_id uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, deal_id, customer_initiative_id),
  foreign key (workspace_id, deal_id) references deal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, customer_initiative_id) references customer_initiative (workspace_id, id) on delete cascade
);
create index deal_customer_initiative_initiative on deal_customer_initiative (workspace_id, customer_initiative_id);
select protect('deal_customer_initiative', 'deal', 'deal_id');

create table project_customer_goal (${record},
  project_id uuid not null,
  customer_goal_id uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, project_id, customer_goal_id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, customer_goal_id) references customer_goal (workspace_id, id) on delete cascade
);
create index project_customer_goal_goal on project_customer_goal (workspace_id, customer_goal_id);
select protect('project_customer_goal', 'project', 'project_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(contacts).execute(db);
  await sql.raw(customerGoals).execute(db);
}
