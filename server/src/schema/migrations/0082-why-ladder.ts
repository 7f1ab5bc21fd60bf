import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

const ladder = `
-- An answer stands once, however many ladders climb through it.
create table ladder_answer (${record},
  text text not null check (length(text) between 1 and 500),
  written_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, written_by) references member (workspace_id, id)
);
select protect('ladder_answer', 'ladder_answer');

-- One rung: the question asked at an initiative or an answer, and what it led to.
create table ladder_rung (${record},
  from_project_id uuid,
  from_answer_id uuid,
  question text not null check (question in ('why', 'purpose', 'intention', 'so-what')),
  to_answer_id uuid,
  to_goal_id uuid,
  asked_by uuid,
  primary key (workspace_id, id),
  unique nulls not distinct (workspace_id, from_project_id, from_answer_id, to_answer_id, to_goal_id),
  check (num_nonnulls(from_project_id, from_answer_id) = 1),
  check (num_nonnulls(to_answer_id, to_goal_id) = 1),
  check (from_answer_id is distinct from to_answer_id or from_answer_id is null),
  foreign key (workspace_id, from_project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, from_answer_id) references ladder_answer (workspace_id, id) on delete cascade,
  foreign key (workspace_id, to_answer_id) references ladder_answer (workspace_id, id) on delete cascade,
  foreign key (workspace_id, to_goal_id) references goal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, asked_by) references member (workspace_id, id)
);
select protect('ladder_rung', 'ladder_rung');
`;

/** Why-ladders: from an initiative over answers to a goal, as one graph (B05). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(ladder).execute(db);
}
