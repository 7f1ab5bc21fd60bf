import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/** Planned hours of a person, or of a placeholder for a role, on a project (U11, U12). */
const allocation = `
create table allocation (${record},
  deleted_at timestamptz,
  project_id uuid not null,
  -- Null: a placeholder.
  person_id uuid,
  role_id uuid,
  start_on date not null,
  end_on date not null,
  -- Of each working day, or a share of what the person can work that day.
  minutes_per_day int check (minutes_per_day between 1 and 1440),
  share_basis_points int check (share_basis_points between 1 and 10000),
  certainty text not null check (certainty in ('tentative', 'confirmed')),
  note text not null default '' check (length(note) <= 500),
  primary key (workspace_id, id),
  check (start_on <= end_on),
  check (num_nonnulls(minutes_per_day, share_basis_points) = 1),
  check (num_nonnulls(person_id, role_id) > 0),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, role_id) references role (workspace_id, id)
);
create index allocation_days on allocation (workspace_id, end_on, start_on) where deleted_at is null;
create index allocation_person on allocation (workspace_id, person_id, end_on);
create index allocation_project on allocation (workspace_id, project_id, end_on);
create index allocation_role on allocation (workspace_id, role_id);
select protect('allocation', 'project', 'project_id');

-- What whoever fills a placeholder needs to be able to do.
create table allocation_skill (${record},
  allocation_id uuid not null,
  skill_id uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, allocation_id, skill_id),
  foreign key (workspace_id, allocation_id) references allocation (workspace_id, id) on delete cascade,
  foreign key (workspace_id, skill_id) references skill (workspace_id, id)
);
create index allocation_skill_skill on allocation_skill (workspace_id, skill_id);
select protect('allocation_skill', 'allocation', 'allocation_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(allocation).execute(db);
}
