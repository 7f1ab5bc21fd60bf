import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/**
 * Delay notices (B07): the day that was told, the day by the plan of now, why, and what the client
 * answers. What a client may read stands in columns of its own, made of what they see already.
 */
const notices = `
create table delay_notice (${record},
  project_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- The version of the promise that slips.
  promise_id uuid not null,
  wording text not null,
  old_day date not null,
  new_day date not null,
  slip_days int not null,
  state text not null default 'draft'
    check (state in ('draft', 'sent', 'accepted', 'change-asked', 'withdrawn', 'superseded')),
  withdrawal text check (withdrawal in ('by-hand', 'recovered')),
  may_move boolean not null default false,
  -- The firm's: task by task.
  reasons jsonb not null,
  -- The client's: causes, days, names of what they see, and what still holds.
  client_reasons jsonb not null,
  holds jsonb not null,
  language text not null,
  client_text text not null check (length(client_text) <= 20000),
  is_edited boolean not null default false,
  sent_at timestamptz,
  sent_by uuid,
  told_to text[] not null default '{}',
  lead_days int,
  answered_at timestamptz,
  answered_by uuid,
  answer_words text not null default '' check (length(answer_words) <= 5000),
  answer_task_id uuid,
  primary key (workspace_id, id),
  check ((state = 'withdrawn') = (withdrawal is not null)),
  check (state in ('draft', 'withdrawn', 'superseded') or sent_at is not null),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, promise_id) references promise (workspace_id, id) on delete cascade,
  foreign key (workspace_id, sent_by) references member (workspace_id, id) on delete set null (sent_by),
  foreign key (workspace_id, answered_by) references member (workspace_id, id) on delete set null (answered_by),
  foreign key (workspace_id, answer_task_id) references task (workspace_id, id) on delete set null (answer_task_id)
);
create index delay_notice_project on delay_notice (workspace_id, project_id, created_at);
create index delay_notice_state on delay_notice (workspace_id, state, created_at);
create index delay_notice_subject on delay_notice (workspace_id, subject_id);
-- Of one thing there is one draft.
create unique index delay_notice_draft on delay_notice (workspace_id, project_id, subject_id) where state = 'draft';
select protect('delay_notice', 'project', 'project_id');
-- What was sent was sent.
revoke delete on delay_notice from evenkeel_app;

-- What was told about what they see, and the amounts that the firm shows.
select show_to_clients('promise', array['id', 'project_id', 'subject_kind', 'subject_id', 'what',
    'number', 'day', 'wording', 'done_on', 'is_shown', 'channel', 'told_at'], $$
  what = 'date' and exists (select from project p
    where p.workspace_id = promise.workspace_id and p.id = promise.project_id)
  and (subject_kind = 'client-project' or subject_kind = 'task' and client_sees(subject_kind, subject_id))$$);
select show_to_clients('delay_notice', array['id', 'version', 'project_id', 'subject_kind', 'subject_id',
    'wording', 'old_day', 'new_day', 'slip_days', 'state', 'may_move', 'client_reasons', 'holds',
    'client_text', 'sent_at', 'answered_at', 'answered_by', 'answer_words'], $$
  sent_at is not null and exists (select from project p
    where p.workspace_id = delay_notice.workspace_id and p.id = delay_notice.project_id)
  and (subject_kind = 'client-project' or subject_kind = 'task' and client_sees(subject_kind, subject_id))$$);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(notices).execute(db);
}
