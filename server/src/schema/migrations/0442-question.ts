import { type Kysely, sql } from 'kysely';

/** Questions of clients, asked or expected, with their answers (CL-10). */
const questions = `
create table question (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  project_id uuid not null,
  -- The cause for which it was expected; null for what a client asked.
  key text check (length(key) <= 300),
  because text not null default '' check (length(because) <= 1000),
  question text not null check (length(question) between 1 and 2000),
  answer text not null default '' check (length(answer) <= 20000),
  state text not null check (state in ('drafted', 'asked', 'published', 'dismissed')),
  asked_by uuid,
  published_at timestamptz,
  published_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, project_id, key),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, asked_by) references member (workspace_id, id) on delete set null (asked_by),
  foreign key (workspace_id, published_by) references member (workspace_id, id) on delete set null (published_by),
  check ((state = 'published') = (published_at is not null)),
  check (state <> 'published' or answer <> '')
);
create index question_project on question (workspace_id, project_id, created_at, id);
select protect('question', 'project', 'project_id');

-- What is published, and what the client side asked; never why the firm expected it.
select show_to_clients('question', array['id', 'created_at', 'project_id', 'question', 'answer', 'state',
    'asked_by', 'published_at', 'published_by'], $$
  (state = 'published' or (state = 'asked' and asked_by is not null))
  and exists (select from project p
    where p.workspace_id = question.workspace_id and p.id = question.project_id)$$);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(questions).execute(db);
}
