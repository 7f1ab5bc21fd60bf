import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

const skills = `
create table skill (${record},
  name text not null check (length(name) between 1 and 200),
  primary key (workspace_id, id)
);
create unique index skill_name on skill (workspace_id, lower(name));
select protect('skill', 'skill');

-- From 1 (is learning it) to 4 (teaches it).
create table person_skill (${record},
  person_id uuid not null,
  skill_id uuid not null,
  level smallint not null check (level between 1 and 4),
  primary key (workspace_id, id),
  unique (workspace_id, person_id, skill_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, skill_id) references skill (workspace_id, id)
);
create index person_skill_skill on person_skill (workspace_id, skill_id, level);
select protect('person_skill', 'person', 'person_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(skills).execute(db);
}
