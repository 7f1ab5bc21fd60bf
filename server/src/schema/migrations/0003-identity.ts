import { type Kysely, sql } from 'kysely';

/**
 * Who may sign in. Everything secret stands in a schema of its own, which the server's working role
 * (`evenkeel_app`) may enter but not read: it can only call the functions below. Sign-in itself runs
 * as `evenkeel_identity`, which in turn reads no business row.
 */
const tables = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'evenkeel_identity') then
    create role evenkeel_identity nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin execute format('grant evenkeel_identity to %I', current_user); end $$;

create schema identity;
grant usage on schema identity to evenkeel_identity, evenkeel_app;

create table identity."user" (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  last_workspace_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table identity.session (
  id uuid primary key,
  user_id uuid not null references identity."user" (id) on delete cascade,
  token text not null unique,
  active_workspace_id uuid,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_of_user on identity.session (user_id);

-- A new session opens the workspace that its user opened last.
create function identity.open_last_workspace() returns trigger language plpgsql as $$
begin
  new.active_workspace_id := (select u.last_workspace_id from identity."user" u where u.id = new.user_id);
  return new;
end $$;
create trigger opened before insert on identity.session
  for each row execute function identity.open_last_workspace();

create table identity.account (
  id uuid primary key,
  user_id uuid not null references identity."user" (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_user on identity.account (user_id);

create table identity.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on identity.verification (identifier);

create table identity.two_factor (
  id uuid primary key,
  user_id uuid not null references identity."user" (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);
create index two_factor_user on identity.two_factor (user_id);

-- Attempts counted against a limit, shared by every server process.
create table identity.attempt (
  key text primary key,
  count int not null,
  resets_at timestamptz not null
);

-- Keys that every server process of this database has to share.
create table identity.keyring (
  name text primary key,
  value text not null,
  created_at timestamptz not null default now()
);

grant select, insert, update, delete on all tables in schema identity to evenkeel_identity;

-- What an API token or an invitation link proves, kept away from the rows that people see. Only the
-- SHA-256 of the secret is stored, and no role of the server can read even that.
create table identity.proof (
  hash text primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  subject text not null check (subject in ('api_token', 'invitation')),
  subject_id uuid not null,
  last_used_at timestamptz
);
create unique index proof_subject on identity.proof (workspace_id, subject, subject_id);
`;

/**
 * What the working role may ask. Each function runs as the owner and switches the owner's
 * maintenance policy on for its own query only. (A SET clause would do the same but needs a
 * superuser to define; see `0001-foundation.ts`.)
 */
const functions = `
create function identity.live_membership(wanted_user uuid, wanted_workspace uuid) returns setof member
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.* from member m where m.user_id = wanted_user and m.state = 'active'
  order by (m.workspace_id = wanted_workspace) desc nulls last, m.created_at, m.workspace_id limit 1;
$$;
create function identity.session_actor(wanted_token text)
  returns table (session_id uuid, user_id uuid, name text, email text, two_factor_enabled boolean,
                 workspace_id uuid, member_id uuid, role text, person_id uuid, currency text,
                 time_zone text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform set_config('evenkeel.maintenance', 'on', true);
  return query
    select s.id, u.id, coalesce(m.name, u.name), u.email, u.two_factor_enabled,
           m.workspace_id, m.id, m.role, m.person_id, w.currency::text, w.time_zone
    from identity.session s
    join identity."user" u on u.id = s.user_id
    left join lateral identity.live_membership(u.id, s.active_workspace_id) m on true
    left join workspace w on w.id = m.workspace_id
    where s.token = wanted_token and s.expires_at > now();
  perform set_config('evenkeel.maintenance', 'off', true);
end $$;

create function identity.token_actor(wanted_hash text)
  returns table (token_id uuid, user_id uuid, name text, email text, two_factor_enabled boolean,
                 workspace_id uuid, member_id uuid, role text, person_id uuid, currency text,
                 time_zone text, scopes text[], last_used_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform set_config('evenkeel.maintenance', 'on', true);
  return query
    select t.id, u.id, m.name, u.email, u.two_factor_enabled,
           m.workspace_id, m.id, m.role, m.person_id, w.currency::text, w.time_zone, t.scopes,
           p.last_used_at
    from identity.proof p
    join api_token t on t.workspace_id = p.workspace_id and t.id = p.subject_id
    join member m on m.workspace_id = t.workspace_id and m.id = t.member_id and m.state = 'active'
    join workspace w on w.id = m.workspace_id
    join identity."user" u on u.id = m.user_id
    where p.hash = wanted_hash and p.subject = 'api_token'
      and t.revoked_at is null and (t.expires_at is null or t.expires_at > now());
  perform set_config('evenkeel.maintenance', 'off', true);
end $$;

create function identity.invitation_proved(wanted_hash text)
  returns table (workspace_id uuid, workspace_name text, invitation_id uuid, email text, role text,
                 invited_by text, expires_at timestamptz, accepted_at timestamptz,
                 revoked_at timestamptz, user_id uuid, currency text, time_zone text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform set_config('evenkeel.maintenance', 'on', true);
  return query
    select i.workspace_id, w.name, i.id, i.email, i.role, m.name, i.expires_at, i.accepted_at,
           i.revoked_at, u.id, w.currency::text, w.time_zone
    from identity.proof p
    join invitation i on i.workspace_id = p.workspace_id and i.id = p.subject_id
    join workspace w on w.id = i.workspace_id
    left join member m on m.workspace_id = i.workspace_id and m.id = i.invited_by
    left join identity."user" u on u.email = lower(i.email)
    where p.hash = wanted_hash and p.subject = 'invitation';
  perform set_config('evenkeel.maintenance', 'off', true);
end $$;

-- Keeps a proof of something in the workspace of this transaction; a new one replaces the old.
create function identity.keep_proof(new_hash text, new_subject text, new_subject_id uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into identity.proof (hash, workspace_id, subject, subject_id)
  values (new_hash, current_workspace(), new_subject, new_subject_id)
  on conflict (workspace_id, subject, subject_id) do update set hash = excluded.hash, last_used_at = null;
$$;

create function identity.note_use(used_hash text) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update identity.proof set last_used_at = now() where hash = used_hash;
$$;

create function identity.proofs_used(wanted_subject text)
  returns table (subject_id uuid, last_used_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.subject_id, p.last_used_at from identity.proof p
  where p.workspace_id = current_workspace() and p.subject = wanted_subject;
$$;

create function identity.memberships(wanted_user uuid)
  returns table (workspace_id uuid, workspace_name text, member_id uuid, role text, state text,
                 strategic_share_target int, is_sample boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform set_config('evenkeel.maintenance', 'on', true);
  return query
    select m.workspace_id, w.name, m.id, m.role, m.state, w.strategic_share_target, w.is_sample
    from member m join workspace w on w.id = m.workspace_id
    where m.user_id = wanted_user order by w.name, w.id limit 200;
  perform set_config('evenkeel.maintenance', 'off', true);
end $$;

-- How well the members of this transaction's workspace protect their login, and when they last came.
create function identity.member_logins()
  returns table (member_id uuid, two_factor_enabled boolean, last_seen_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, u.two_factor_enabled, (select max(s.updated_at) from identity.session s where s.user_id = u.id)
  from member m join identity."user" u on u.id = m.user_id
  where m.workspace_id = current_workspace();
$$;

create function identity.any_workspace() returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  found_one boolean;
begin
  perform set_config('evenkeel.maintenance', 'on', true);
  select exists (select from workspace) into found_one;
  perform set_config('evenkeel.maintenance', 'off', true);
  return found_one;
end $$;

-- PostgreSQL lets everybody call a new function; here each role calls what it needs.
revoke execute on all functions in schema identity from public;
grant execute on function identity.session_actor, identity.token_actor, identity.invitation_proved,
  identity.keep_proof, identity.proofs_used, identity.member_logins, identity.any_workspace
  to evenkeel_app;
grant execute on function identity.memberships, identity.note_use, identity.open_last_workspace
  to evenkeel_identity;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
  await sql.raw(functions).execute(db);
}
