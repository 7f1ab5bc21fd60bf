import { type Kysely, sql } from 'kysely';

/**
 * Mail that comes in (CL-11, U23). `mail_address` is what an address of ours stands for: one person's
 * answers to one discussion, or everything that is forwarded to one account or project. Its id is
 * signed in the address, so that nobody can make one up. `inbound_mail` is what came: where it landed,
 * or why it waits to be looked through.
 */
const mail = `
create table mail_address (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null default now(),
  purpose text not null check (purpose in ('reply', 'record')),
  member_id uuid,
  subject_kind text not null,
  subject_id uuid not null,
  thread text not null check (thread in ('team', 'client')),
  primary key (workspace_id, id),
  unique nulls not distinct (workspace_id, purpose, member_id, subject_kind, subject_id, thread),
  check ((purpose = 'reply') = (member_id is not null)),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
select protect('mail_address');
-- It goes along when two accounts become one.
grant select, insert, update on mail_address to evenkeel_app;

create table inbound_mail (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  address_id uuid not null,
  -- The id that its sender gave it: a mail that comes twice is one mail.
  message_id text not null check (length(message_id) between 1 and 1000),
  from_address text not null,
  from_name text not null default '',
  sent_at timestamptz,
  name text not null,
  body text not null default '',
  state text not null check (state in ('landed', 'waiting', 'dropped', 'discarded')),
  reason text not null default '',
  subject_kind text not null,
  subject_id uuid not null,
  -- What became of it.
  comment_id uuid,
  interaction_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, address_id, message_id),
  foreign key (workspace_id, address_id) references mail_address (workspace_id, id) on delete cascade,
  foreign key (workspace_id, decided_by) references member (workspace_id, id)
);
create index inbound_mail_waiting on inbound_mail (workspace_id, created_at desc) where state = 'waiting';
create index inbound_mail_age on inbound_mail (created_at) where state = 'dropped';
select protect('inbound_mail', 'subject', 'subject_id');

-- Attachments of a mail that waits; they become files of a record once somebody takes it in.
create table inbound_mail_file (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  mail_id uuid not null,
  name text not null,
  content_id uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, mail_id) references inbound_mail (workspace_id, id) on delete cascade,
  foreign key (workspace_id, content_id) references file_content (workspace_id, id)
);
create index inbound_mail_file_mail on inbound_mail_file (workspace_id, mail_id);
create index inbound_mail_file_content on inbound_mail_file (workspace_id, content_id);
select protect('inbound_mail_file');
grant select, insert, delete on inbound_mail_file to evenkeel_app;

-- Files that came by mail of somebody who is no member have no author among us.
alter table file_content alter column member_id drop not null;
alter table file drop constraint file_check;

-- What an address stands for, before it is known which workspace it is of: the only way past the
-- walls, by an id whose signature has been checked.
create function identity.mail_address_actor(wanted uuid)
  returns table (workspace_id uuid, currency text, time_zone text, purpose text, subject_kind text,
                 subject_id uuid, thread text, member_id uuid, user_id uuid, person_id uuid, role text,
                 name text, email text, state text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform set_config('evenkeel.maintenance', 'on', true);
  return query
    select a.workspace_id, w.currency::text, w.time_zone, a.purpose, a.subject_kind, a.subject_id,
           a.thread, m.id, m.user_id, m.person_id, m.role, m.name, m.email, m.state
    from mail_address a
    join workspace w on w.id = a.workspace_id
    left join member m on m.workspace_id = a.workspace_id and m.id = a.member_id
    where a.id = wanted;
  perform set_config('evenkeel.maintenance', 'off', true);
end $$;
revoke execute on function identity.mail_address_actor from public;
grant execute on function identity.mail_address_actor to evenkeel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(mail).execute(db);
}
