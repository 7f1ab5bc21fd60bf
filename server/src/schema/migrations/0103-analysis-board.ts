import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id)`;

/** Analysis boards, their insights, and the goals and initiatives these led to (ST-37). */
const boards = `
create table analysis_board (${record},
  number int not null,
  kind text not null check (kind in ('swot', 'pestel', 'five-forces', 'value-chain', 'seven-s', 'strategy-canvas', 'growth-share', 'business-model')),
  name text not null check (length(name) between 1 and 200),
  plan_id uuid,
  competitors text[] not null default '{}',
  archived_at timestamptz,
  deleted_at timestamptz,
  unique (workspace_id, number),
  foreign key (workspace_id, plan_id) references strategic_plan (workspace_id, id) on delete set null (plan_id)
);
create index analysis_board_plan on analysis_board (workspace_id, plan_id);
select protect('analysis_board', 'analysis_board');

-- "levels" by competitor on a strategy canvas; "share" (hundredths) and "growth" (basis points) on a growth-share matrix.
create table insight (${record},
  board_id uuid not null,
  section text not null,
  name text not null check (length(name) between 1 and 500),
  weight int not null default 2 check (weight between 1 and 3),
  author_id uuid,
  noted_on date not null,
  position double precision not null default 0,
  levels jsonb not null default '{}',
  share int check (share between 0 and 100000),
  growth int check (growth between -10000 and 100000),
  deleted_at timestamptz,
  foreign key (workspace_id, board_id) references analysis_board (workspace_id, id) on delete cascade,
  foreign key (workspace_id, author_id) references person (workspace_id, id)
);
create index insight_board on insight (workspace_id, board_id, section, position);
select protect('insight', 'analysis_board', 'board_id');

create table insight_link (${record},
  insight_id uuid not null,
  goal_id uuid,
  project_id uuid,
  check ((goal_id is null) <> (project_id is null)),
  unique (workspace_id, insight_id, goal_id),
  unique (workspace_id, insight_id, project_id),
  foreign key (workspace_id, insight_id) references insight (workspace_id, id) on delete cascade,
  foreign key (workspace_id, goal_id) references goal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade
);
create index insight_link_goal on insight_link (workspace_id, goal_id);
create index insight_link_project on insight_link (workspace_id, project_id);
select protect('insight_link', 'insight', 'insight_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(boards).execute(db);
}
