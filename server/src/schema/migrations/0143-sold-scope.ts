import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/** What comes over at a hand-off beside fields and plan: scope line by line, contacts, promises (B09). */
const sold = `
create table scope_line (${record},
  project_id uuid not null,
  position int not null,
  description text not null check (length(description) between 1 and 300),
  role_id uuid,
  minutes int,
  rate bigint,
  quantity numeric,
  unit_price bigint,
  amount bigint not null,
  source text not null check (source in ('deal', 'quote')),
  source_id uuid not null,
  state text not null default 'open' check (state in ('open', 'delivered', 'dropped')),
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, role_id) references role (workspace_id, id)
);
create index scope_line_project on scope_line (workspace_id, project_id, position);
select protect('scope_line', 'project', 'project_id');

create table project_contact (${record},
  project_id uuid not null,
  contact_id uuid not null,
  part text not null check (part in ('decides', 'pays', 'influences', 'uses', 'supports', 'blocks')),
  note text not null default '',
  primary key (workspace_id, id),
  unique (workspace_id, project_id, contact_id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade
);
create index project_contact_contact on project_contact (workspace_id, contact_id);
select protect('project_contact', 'project', 'project_id');

create table sold_promise (${record},
  project_id uuid not null,
  position int not null,
  text text not null,
  due_on date,
  amount bigint,
  source text not null check (source in ('deal', 'quote', 'contract')),
  source_id uuid not null,
  source_field text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade
);
create index sold_promise_project on sold_promise (workspace_id, project_id, position);
select protect('sold_promise', 'project', 'project_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(sold).execute(db);
}
