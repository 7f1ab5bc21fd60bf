import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/** Meetings with their agendas, and calendars to subscribe to (PM-24, CL-18). */
const meetings = `
create table meeting_series (${record},
  every_weeks int not null check (every_weeks between 1 and 12),
  count int not null check (count between 2 and 60),
  primary key (workspace_id, id)
);
select protect('meeting_series', 'meeting_series');

create table meeting (${record},
  deleted_at timestamptz,
  name text not null check (length(name) between 1 and 300),
  purpose text not null default '' check (length(purpose) <= 20000),
  project_id uuid,
  account_id uuid,
  starts_at timestamptz not null,
  minutes int not null check (minutes between 5 and 720),
  -- The zone in which its hour is meant, of the IANA database.
  time_zone text not null,
  place text not null default '' check (length(place) <= 500),
  link text not null default '' check (length(link) <= 2000),
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  is_client_visible boolean not null default false,
  outcome text not null default '' check (length(outcome) <= 20000),
  organiser_id uuid not null,
  -- Counted up with each change that attendees must hear of; null until they were invited.
  sequence int,
  series_id uuid,
  -- When one of a series was first planned to begin: its name within the series.
  planned_at timestamptz,
  -- The record on which a talk got stuck and became this meeting.
  subject_kind text,
  subject_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organiser_id) references member (workspace_id, id),
  foreign key (workspace_id, series_id) references meeting_series (workspace_id, id),
  check ((series_id is null) = (planned_at is null)),
  check ((subject_kind is null) = (subject_id is null)),
  check (not is_client_visible or project_id is not null)
);
create index meeting_start on meeting (workspace_id, starts_at, id);
create index meeting_project on meeting (workspace_id, project_id, starts_at);
create index meeting_account on meeting (workspace_id, account_id, starts_at);
create index meeting_series_meeting on meeting (workspace_id, series_id);
select protect('meeting', 'meeting');

create table meeting_attendee (${record},
  meeting_id uuid not null,
  person_id uuid,
  contact_id uuid,
  part text not null default 'takes-part' check (part in ('takes-part', 'presents', 'decides', 'writes')),
  primary key (workspace_id, id),
  unique nulls not distinct (workspace_id, meeting_id, person_id, contact_id),
  foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id),
  check ((person_id is null) <> (contact_id is null))
);
create index meeting_attendee_person on meeting_attendee (workspace_id, person_id);
create index meeting_attendee_contact on meeting_attendee (workspace_id, contact_id);
select protect('meeting_attendee', 'meeting', 'meeting_id');

create table agenda_item (${record},
  meeting_id uuid not null,
  position int not null,
  name text not null check (length(name) between 1 and 300),
  minutes int not null check (minutes between 1 and 720),
  -- What it is about; null for nothing that is kept here.
  subject_kind text,
  subject_id uuid,
  person_id uuid,
  is_client_visible boolean not null default false,
  outcome text not null default '' check (length(outcome) <= 5000),
  primary key (workspace_id, id),
  foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  check ((subject_kind is null) = (subject_id is null))
);
create index agenda_item_meeting on agenda_item (workspace_id, meeting_id, position, id);
select protect('agenda_item', 'meeting', 'meeting_id');

-- A member's own calendar behind a secret address, of which only the hash is kept.
create table calendar_feed (${record},
  member_id uuid not null,
  token_hash text not null check (length(token_hash) = 64),
  primary key (workspace_id, id),
  unique (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
create unique index calendar_feed_hash on calendar_feed (token_hash, workspace_id);
select protect('calendar_feed', 'member', 'member_id');

-- Whose calendar a secret address opens, for a reader who has proven nothing else.
create function calendar_feed_of(wanted_hash text)
  returns table (user_id uuid, member_id uuid, workspace_id uuid, person_id uuid, role text, name text,
    email text, currency text, time_zone text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select m.user_id, m.id, m.workspace_id, m.person_id, m.role, m.name, m.email, w.currency::text, w.time_zone
    from calendar_feed f
    join member m on m.workspace_id = f.workspace_id and m.id = f.member_id
    join workspace w on w.id = f.workspace_id
    where f.token_hash = wanted_hash and m.state = 'active' and m.role <> 'client'
$$;
revoke execute on function calendar_feed_of from public;
grant execute on function calendar_feed_of to evenkeel_app;

select show_to_clients('meeting', array['id', 'name', 'project_id', 'starts_at', 'minutes', 'time_zone',
    'place', 'link', 'state', 'outcome', 'is_client_visible'], $$
  is_client_visible and deleted_at is null and exists (select from project p
    where p.workspace_id = meeting.workspace_id and p.id = meeting.project_id)$$);
select show_to_clients('meeting_attendee', array['id', 'meeting_id', 'person_id', 'contact_id', 'part'], $$
  exists (select from meeting m
    where m.workspace_id = meeting_attendee.workspace_id and m.id = meeting_attendee.meeting_id)$$);
select show_to_clients('agenda_item', array['id', 'meeting_id', 'position', 'name', 'minutes', 'outcome',
    'is_client_visible'], $$
  is_client_visible and exists (select from meeting m
    where m.workspace_id = agenda_item.workspace_id and m.id = agenda_item.meeting_id)$$);
-- The name of a contact who is at a meeting that the reader sees.
create function portal_attendee_name(wanted uuid) returns text language sql stable security definer
  set search_path = public, pg_temp as $$
  select coalesce(p.name, c.name) from meeting_attendee a
  left join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
  left join contact c on c.workspace_id = a.workspace_id and c.id = a.contact_id
  where a.workspace_id = current_workspace() and a.id = wanted
$$;
revoke execute on function portal_attendee_name from public;
grant execute on function portal_attendee_name to evenkeel_client;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(meetings).execute(db);
}
