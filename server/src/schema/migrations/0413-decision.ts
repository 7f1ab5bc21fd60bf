import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/**
 * Decisions with their options, reasons and the client's acknowledgement (CL-09), and which writes of the
 * change record each of them caused: what it changed is read from there (B10).
 */
const decisions = `
create table decision (${record},
  number int not null,
  project_id uuid not null,
  title text not null check (length(title) between 1 and 300),
  rationale text not null default '' check (length(rationale) <= 20000),
  options jsonb not null default '[]',
  decided_on date not null,
  decided_by text[] not null default '{}',
  made_by uuid,
  -- From when on the client sees it.
  shown_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  check (acknowledged_at is null or shown_at is not null),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, made_by) references member (workspace_id, id) on delete set null (made_by),
  foreign key (workspace_id, acknowledged_by) references member (workspace_id, id) on delete set null (acknowledged_by)
);
create index decision_project on decision (workspace_id, project_id, decided_on);
select protect('decision', 'project', 'project_id');

create table decision_cause (${record},
  decision_id uuid not null,
  project_id uuid not null,
  -- The transaction: everything that it wrote bears this time.
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, project_id, changed_at),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade
);
create index decision_cause_decision on decision_cause (workspace_id, decision_id);
select protect('decision_cause', 'project', 'project_id');

select show_to_clients('decision', array['id', 'version', 'number', 'project_id', 'title', 'rationale',
    'options', 'decided_on', 'decided_by', 'shown_at', 'acknowledged_at', 'acknowledged_by'], $$
  shown_at is not null and exists (select from project p
    where p.workspace_id = decision.workspace_id and p.id = decision.project_id)$$);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(decisions).execute(db);
}
