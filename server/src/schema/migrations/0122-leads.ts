import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/** Interest nobody has looked into yet, and what the firm calls a qualified lead (CR-10). */
const leads = `
create table lead_definition (${record},
  text text not null,
  criteria jsonb not null,
  primary key (workspace_id, id),
  unique (workspace_id)
);
select protect('lead_definition', 'lead_definition');

create table lead (${record},
  number int not null,
  name text not null check (length(name) between 1 and 300),
  company text,
  job_title text,
  email text,
  phone text,
  source text not null default '',
  interest text not null default '',
  owner_id uuid,
  state text not null default 'new' check (state in ('new', 'working', 'qualified', 'disqualified')),
  state_since date not null,
  disqualified_reason text,
  ticked text[] not null default '{}',
  notes text not null default '',
  account_id uuid,
  contact_id uuid,
  deal_id uuid,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  check (state <> 'disqualified' or disqualified_reason is not null),
  foreign key (workspace_id, owner_id) references person (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id),
  foreign key (workspace_id, deal_id) references deal (workspace_id, id)
);
create index lead_state on lead (workspace_id, state) where deleted_at is null;
select protect('lead', 'lead');
select make_searchable('lead');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(leads).execute(db);
}
