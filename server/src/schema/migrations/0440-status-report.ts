import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/** Status reports in two voices, when they are drafted, and the weekly check-in (CL-04, CL-16, PM-16, B11). */
const reports = `
-- When a project's report is drafted by itself, and who answers for it.
create table report_plan (${record},
  project_id uuid not null,
  -- ISO 8601: Monday 1; null for never.
  weekday int check (weekday between 1 and 7),
  person_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, project_id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
select protect('report_plan', 'project', 'project_id');

create table check_in (${record},
  project_id uuid not null,
  week_on date not null check (extract(isodow from week_on) = 1),
  moved text not null check (length(moved) <= 500),
  next text not null check (length(next) <= 500),
  obstacle text not null default '' check (length(obstacle) <= 500),
  person_id uuid,
  member_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, project_id, week_on),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
select protect('check_in', 'project', 'project_id');

create table status_report (${record},
  project_id uuid not null,
  week_on date not null check (extract(isodow from week_on) = 1),
  drafted_on date not null,
  language text not null check (language in ('en', 'de', 'fr', 'es')),
  internal_text jsonb not null,
  client_text jsonb not null,
  -- What the client is told with it: each date, as a promise once it is sent.
  told jsonb not null default '[]',
  sent_at timestamptz,
  sent_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, sent_by) references member (workspace_id, id),
  check ((sent_at is null) = (sent_by is null))
);
create index status_report_project on status_report (workspace_id, project_id, week_on, id);
create unique index status_report_draft on status_report (workspace_id, project_id) where sent_at is null;
select protect('status_report', 'project', 'project_id');

-- What was sent stays as it was sent.
create function status_report_is_kept() returns trigger language plpgsql as $$
begin
  if old.sent_at is not null then
    raise exception 'a status report that was sent is kept as it was sent' using errcode = '23514';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger kept before update on status_report for each row execute function status_report_is_kept();

create table report_reaction (${record},
  report_id uuid not null,
  member_id uuid not null,
  reaction text not null check (reaction in ('thanks', 'question', 'concern')),
  primary key (workspace_id, id),
  unique (workspace_id, report_id, member_id),
  foreign key (workspace_id, report_id) references status_report (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
select protect('report_reaction', 'status_report', 'report_id');

-- A reader of one project without being a client user: how a report is drafted from what its client
-- can see. It sees that project on top of what the policy lets through, and so all that hangs on it.
do $$
declare
  seen text := (select pg_get_expr(p.polqual, p.polrelid) from pg_policy p
    where p.polrelid = 'project'::regclass and p.polname = 'client');
begin
  execute format('drop policy client on project');
  execute format($policy$create policy client on project as restrictive to evenkeel_client using ((%s)
    or (kind = 'client' and portal_opened_at is not null and deleted_at is null
      and id = nullif(current_setting('evenkeel.reader_project', true), '')::uuid))$policy$, seen);
end $$;

select show_to_clients('status_report', array['id', 'created_at', 'project_id', 'week_on', 'language',
    'client_text', 'sent_at', 'sent_by'], $$
  sent_at is not null and exists (select from project p
    where p.workspace_id = status_report.workspace_id and p.id = status_report.project_id)$$);
select show_to_clients('report_reaction', array['id', 'version', 'report_id', 'member_id', 'reaction'], $$
  exists (select from status_report r
    where r.workspace_id = report_reaction.workspace_id and r.id = report_reaction.report_id)$$);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(reports).execute(db);
}
