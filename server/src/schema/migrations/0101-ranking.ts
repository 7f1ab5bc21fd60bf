import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id)`;

/** By what the firm ranks its initiatives, and how each is scored by its own criteria (ST-08, ST-35). */
const ranking = `
-- Value, effort and goals stand here once their weight or words have been changed; own ones always.
create table ranking_criterion (${record},
  measure text not null check (measure in ('value', 'effort', 'goals', 'own')),
  name text not null check (length(name) between 1 and 100),
  question text not null default '',
  weight int not null check (weight between 0 and 100),
  position int not null
);
create unique index ranking_criterion_measure on ranking_criterion (workspace_id, measure)
  where measure <> 'own';
select protect('ranking_criterion', 'ranking_criterion');

create table initiative_score (${record},
  project_id uuid not null,
  criterion_id uuid not null,
  score int not null check (score between 1 and 10),
  unique (workspace_id, project_id, criterion_id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, criterion_id) references ranking_criterion (workspace_id, id) on delete cascade
);
select protect('initiative_score', 'project', 'project_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(ranking).execute(db);
}
