import { type Kysely, sql } from 'kysely';

/**
 * What people are told (PM-17, U24). A notification is no record of the firm but a line in one
 * member's inbox: it is announced to open browsers, yet leaves no trace in the change record. `key`
 * says what it is about, so that nobody is told of one thing twice.
 */
const notification = `
create function announce_change() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  ids jsonb;
begin
  select jsonb_agg(i) into ids from (select id i from new_rows limit 51) s;
  if ids is not null then
    perform pg_notify('evenkeel_change', jsonb_build_object(
      'workspaceId', current_workspace(), 'subject', tg_table_name, 'action', lower(tg_op),
      'ids', case when jsonb_array_length(ids) > 50 then null else ids end,
      'memberId', current_member())::text);
  end if;
  return null;
end $$;

create table notification (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null default now(),
  member_id uuid not null,
  topic text not null,
  key text not null check (length(key) between 1 and 300),
  subject_kind text,
  subject_id uuid,
  -- Whose thread an answer by mail belongs to; null where nothing can be answered.
  thread text check (thread in ('team', 'client')),
  title text not null check (length(title) between 1 and 500),
  body text not null default '' check (length(body) <= 10000),
  path text not null default '',
  language text not null default 'en',
  actor_id uuid,
  is_shown boolean not null default true,
  read_at timestamptz,
  mail text not null check (mail in ('at-once', 'daily', 'off')),
  mailed_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, member_id, key),
  check ((subject_kind is null) = (subject_id is null)),
  check (thread is null or subject_kind is not null),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade,
  foreign key (workspace_id, actor_id) references member (workspace_id, id) on delete set null (actor_id)
);
create index notification_inbox on notification (workspace_id, member_id, created_at desc, id);
create index notification_unread on notification (workspace_id, member_id) where is_shown and read_at is null;
create index notification_unsent on notification (workspace_id, member_id) where mailed_at is null and mail <> 'off';
create index notification_age on notification (created_at);
select protect('notification');
grant select, insert, update on notification to evenkeel_app;
create trigger announced_insert after insert on notification referencing new table as new_rows
  for each statement execute function announce_change();
create trigger announced_update after update on notification referencing new table as new_rows
  for each statement execute function announce_change();

-- How a member hears of each topic, as [{topic, inApp, mail}], and the hour of their digest.
create table notification_setting (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  member_id uuid not null,
  choices jsonb not null default '[]',
  digest_hour int not null default 7 check (digest_hour between 0 and 23),
  -- The day, where the member is, of the last digest: one a day.
  digest_on date,
  primary key (workspace_id, id),
  unique (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
select protect('notification_setting', 'member', 'member_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(notification).execute(db);
}
