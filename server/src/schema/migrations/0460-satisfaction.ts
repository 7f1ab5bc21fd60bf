import { type Kysely, sql } from 'kysely';

/**
 * Satisfaction asked for at milestones and at the end (CR-03), and what a client measures at a milestone
 * (CR-21). One question for each occasion and client user; it is answered in the portal or by the link
 * in its mail, whose secret is kept as a hash.
 */
const tables = `
-- Whether the client is asked when this milestone is reached.
alter table task add column asks_satisfaction boolean not null default false;

create table satisfaction (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  project_id uuid not null,
  occasion text not null check (occasion in ('milestone', 'close')),
  -- What was asked about, and its name as it was: a milestone may be deleted later, its answers stay.
  milestone_id uuid,
  milestone_name text check (length(milestone_name) between 1 and 300),
  member_id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid,
  reminded_at timestamptz,
  expires_at timestamptz not null,
  score int check (score between 1 and 5),
  comment text not null default '' check (length(comment) <= 2000),
  answered_at timestamptz,
  channel text check (channel in ('mail', 'portal')),
  -- The task that a low score made.
  follow_up_id uuid,
  primary key (workspace_id, id),
  check ((occasion = 'milestone') = (milestone_name is not null)),
  check ((score is null) = (answered_at is null) and (score is null) = (channel is null)),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, milestone_id) references task (workspace_id, id) on delete set null (milestone_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade,
  foreign key (workspace_id, asked_by) references member (workspace_id, id) on delete set null (asked_by),
  foreign key (workspace_id, follow_up_id) references task (workspace_id, id) on delete set null (follow_up_id)
);
create unique index satisfaction_milestone on satisfaction (workspace_id, milestone_id, member_id)
  where milestone_id is not null;
create unique index satisfaction_close on satisfaction (workspace_id, project_id, member_id)
  where occasion = 'close';
create index satisfaction_project on satisfaction (workspace_id, project_id, asked_at);
create index satisfaction_member on satisfaction (workspace_id, member_id);
create index satisfaction_follow_up on satisfaction (workspace_id, follow_up_id) where follow_up_id is not null;
create index satisfaction_open on satisfaction (workspace_id, expires_at) where score is null;
select protect('satisfaction', 'project', 'project_id');
-- To each client user what they were asked and what they said; nothing of their colleagues.
select show_to_clients('satisfaction', array['id', 'version', 'project_id', 'occasion', 'milestone_name',
    'member_id', 'asked_at', 'expires_at', 'score', 'comment', 'answered_at'], $$
  member_id = current_member() and exists (select from project p
    where p.workspace_id = satisfaction.workspace_id and p.id = satisfaction.project_id)$$);

-- What the client measures at a milestone: one number, where it was, where it is to be, where it is.
create table customer_metric (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  project_id uuid not null,
  task_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  unit text not null default '' check (length(unit) <= 40),
  direction text not null default 'up' check (direction in ('up', 'down')),
  baseline numeric,
  target numeric,
  measured numeric,
  measured_on date,
  is_client_visible boolean not null default false,
  primary key (workspace_id, id),
  unique (workspace_id, task_id),
  check ((measured is null) = (measured_on is null)),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, task_id) references task (workspace_id, id) on delete cascade
);
create index customer_metric_project on customer_metric (workspace_id, project_id);
select protect('customer_metric', 'project', 'project_id');
select show_to_clients('customer_metric', array['id', 'project_id', 'task_id', 'name', 'unit', 'direction',
    'baseline', 'target', 'measured', 'measured_on', 'is_client_visible'], $$
  is_client_visible and exists (select from task t
    where t.workspace_id = customer_metric.workspace_id and t.id = customer_metric.task_id)$$);
`;

const proofs = `
alter table identity.proof drop constraint proof_subject_check;
alter table identity.proof add constraint proof_subject_check
  check (subject in ('api_token', 'invitation', 'share_link', 'satisfaction', 'satisfaction_reminder'));

-- Where a mail leads, when not to where the notification does: forgotten as soon as it has been sent.
alter table notification add column mail_path text;

-- Whose question the bearer of a link may answer: as that client user, and nobody else.
create function identity.satisfaction_proved(wanted_hash text)
  returns table (workspace_id uuid, currency text, time_zone text, satisfaction_id uuid,
                 member_id uuid, user_id uuid, name text, email text, language text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform set_config('evenkeel.maintenance', 'on', true);
  return query
    select s.workspace_id, w.currency::text, w.time_zone, s.id, m.id, m.user_id, m.name, m.email,
           coalesce(m.language, a.language)
    from identity.proof f
    join satisfaction s on s.workspace_id = f.workspace_id and s.id = f.subject_id
    join member m on m.workspace_id = s.workspace_id and m.id = s.member_id
    join project p on p.workspace_id = s.workspace_id and p.id = s.project_id
    left join account a on a.workspace_id = p.workspace_id and a.id = p.account_id
    join workspace w on w.id = s.workspace_id
    where f.hash = wanted_hash and f.subject in ('satisfaction', 'satisfaction_reminder')
      and m.role = 'client' and m.state = 'active' and s.expires_at > now();
  perform set_config('evenkeel.maintenance', 'off', true);
end $$;
revoke execute on function identity.satisfaction_proved from public;
grant execute on function identity.satisfaction_proved to evenkeel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
  await sql.raw(proofs).execute(db);
}
