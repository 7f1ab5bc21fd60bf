import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/** Calls, mails, meetings and notes, with whom and what came of them (CR-01, CL-11). */
const interactions = `
create table interaction (${record},
  kind text not null check (kind in ('call', 'email', 'meeting', 'note')),
  name text not null check (length(name) between 1 and 300),
  on_date date not null,
  direction text check (direction in ('in', 'out')),
  notes text not null default '',
  outcome text not null default '',
  account_id uuid,
  deal_id uuid,
  project_id uuid,
  follow_up_on date,
  follow_up_owner_id uuid,
  follow_up_done_on date,
  created_by uuid,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  check (kind <> 'note' or direction is null),
  check (follow_up_on is not null or (follow_up_owner_id is null and follow_up_done_on is null)),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, deal_id) references deal (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id),
  foreign key (workspace_id, follow_up_owner_id) references person (workspace_id, id),
  foreign key (workspace_id, created_by) references member (workspace_id, id)
);
create index interaction_account on interaction (workspace_id, account_id, on_date);
create index interaction_deal on interaction (workspace_id, deal_id);
create index interaction_project on interaction (workspace_id, project_id);
create index interaction_date on interaction (workspace_id, on_date, id);
create index interaction_follow_up on interaction (workspace_id, follow_up_on)
  where follow_up_on is not null and follow_up_done_on is null and deleted_at is null;
select protect('interaction', 'interaction');

create table interaction_contact (${record},
  interaction_id uuid not null,
  contact_id uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, interaction_id, contact_id),
  foreign key (workspace_id, interaction_id) references interaction (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contact (workspace_id, id)
);
create index interaction_contact_contact on interaction_contact (workspace_id, contact_id);
select protect('interaction_contact', 'interaction', 'interaction_id');

create table interaction_person (${record},
  interaction_id uuid not null,
  person_id uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, interaction_id, person_id),
  foreign key (workspace_id, interaction_id) references interaction (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index interaction_person_person on interaction_person (workspace_id, person_id);
select protect('interaction_person', 'interaction', 'interaction_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(interactions).execute(db);
}
