import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/** Who answers for the budget, who else is on a project and for what, and how it stands. */
const people = `
alter table project
  add column budget_owner_id uuid,
  add constraint project_budget_owner foreign key (workspace_id, budget_owner_id)
    references person (workspace_id, id);

create table project_person (${record},
  project_id uuid not null,
  person_id uuid not null,
  part text not null default '' check (length(part) <= 200),
  primary key (workspace_id, id),
  unique (workspace_id, project_id, person_id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
select protect('project_person', 'project', 'project_id');

-- A judgement at a moment: never changed, followed by the next one.
create table health_statement (${record},
  project_id uuid not null,
  health text not null check (health in ('on-track', 'at-risk', 'off-track')),
  note text not null,
  person_id uuid,
  member_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete set null (person_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete set null (member_id)
);
create index health_statement_project on health_statement (workspace_id, project_id, created_at desc);
select protect('health_statement', 'project', 'project_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(people).execute(db);
}
