import { type Kysely, sql } from 'kysely';

/**
 * The ground on which every table stands.
 *
 * - `current_workspace()` is what row-level security compares with; unset it is null, and null
 *   equals nothing.
 * - `protect(table, root, root column)` is called once for each table: it forces row-level security,
 *   gives the server's role its rights and attaches the change record. A table without it is
 *   unreachable for the server.
 * - Owner connections (migrations, backup, restore, sign-in functions) say
 *   `set local evenkeel.maintenance = 'on'`; the policy that lets them pass is granted to the owner only.
 */
const foundation = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'evenkeel_app') then
    create role evenkeel_app nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin execute format('grant evenkeel_app to %I', current_user); end $$;
grant usage on schema public to evenkeel_app;

create function current_workspace() returns uuid language sql stable parallel safe
  return nullif(current_setting('evenkeel.workspace', true), '')::uuid;
create function current_member() returns uuid language sql stable parallel safe
  return nullif(current_setting('evenkeel.member', true), '')::uuid;

create table change (
  workspace_id uuid not null,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  member_id uuid,
  source text not null,
  subject text not null,
  subject_id uuid not null,
  root text not null,
  root_id uuid not null,
  action text not null check (action in ('create', 'update', 'delete')),
  before jsonb,
  after jsonb,
  primary key (workspace_id, id)
);
create index change_root on change (workspace_id, root, root_id, id desc);
create index change_at on change (workspace_id, at);

create function changed_columns(old_row jsonb, new_row jsonb) returns jsonb
  language sql immutable parallel safe
  return (select jsonb_object_agg(n.key, o.value)
          from jsonb_each(new_row) n join jsonb_each(old_row) o on o.key = n.key
          where n.value is distinct from o.value and n.key not in ('updated_at', 'version', 'workspace_id'));

-- One row of "change" for each row written, and one message to open browsers for each statement.
-- Runs as the owner, so that the server's own role can read the record but never write it.
create function record_change() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  root text := tg_argv[0];
  root_column text := tg_argv[1];
  who uuid := current_member();
  how text := coalesce(nullif(current_setting('evenkeel.source', true), ''), 'system');
  ids jsonb;
begin
  if tg_op = 'INSERT' then
    insert into change (workspace_id, member_id, source, subject, subject_id, root, root_id, action, after)
      select (r->>'workspace_id')::uuid, who, how, tg_table_name, (r->>'id')::uuid, root,
             (r->>root_column)::uuid, 'create', jsonb_strip_nulls(r - 'workspace_id' - 'updated_at')
      from (select to_jsonb(n) r from new_rows n) rows;
    select jsonb_agg(i) into ids from (select id i from new_rows limit 51) s;
  elsif tg_op = 'UPDATE' then
    insert into change (workspace_id, member_id, source, subject, subject_id, root, root_id, action, before, after)
      select (n->>'workspace_id')::uuid, who, how, tg_table_name, (n->>'id')::uuid, root,
             (n->>root_column)::uuid, 'update', changed_columns(o, n), changed_columns(n, o)
      from (select to_jsonb(o) o, to_jsonb(n) n from old_rows o join new_rows n using (workspace_id, id)) rows
      where changed_columns(o, n) is not null;
    select jsonb_agg(i) into ids from (select id i from new_rows limit 51) s;
  else
    insert into change (workspace_id, member_id, source, subject, subject_id, root, root_id, action, before)
      select (r->>'workspace_id')::uuid, who, how, tg_table_name, (r->>'id')::uuid, root,
             (r->>root_column)::uuid, 'delete', jsonb_strip_nulls(r - 'workspace_id' - 'updated_at')
      from (select to_jsonb(o) r from old_rows o) rows;
    select jsonb_agg(i) into ids from (select id i from old_rows limit 51) s;
  end if;
  if ids is not null then
    perform pg_notify('evenkeel_change', jsonb_build_object(
      'workspaceId', current_workspace(), 'subject', tg_table_name, 'action', lower(tg_op),
      'ids', case when jsonb_array_length(ids) > 50 then null else ids end, 'memberId', who)::text);
  end if;
  return null;
end $$;

create function count_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end $$;

create function protect(name text, root text default null, root_column text default 'id') returns void
  language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format('create policy workspace on %I using (workspace_id = current_workspace()) with check (workspace_id = current_workspace())', name);
  execute format('create policy maintenance on %I to %I using (current_setting(''evenkeel.maintenance'', true) = ''on'') with check (current_setting(''evenkeel.maintenance'', true) = ''on'')', name, current_user);
  if root is null then return; end if;
  execute format('grant select, insert, update, delete on %I to evenkeel_app', name);
  execute format('create trigger recorded_insert after insert on %I referencing new table as new_rows for each statement execute function record_change(%L, %L)', name, root, root_column);
  execute format('create trigger recorded_update after update on %I referencing old table as old_rows new table as new_rows for each statement execute function record_change(%L, %L)', name, root, root_column);
  execute format('create trigger recorded_delete after delete on %I referencing old table as old_rows for each statement execute function record_change(%L, %L)', name, root, root_column);
  if exists (select from information_schema.columns where table_schema = 'public' and table_name = name and column_name = 'version') then
    execute format('create trigger counted before update on %I for each row execute function count_version()', name);
  end if;
end $$;

select protect('change');
grant select on change to evenkeel_app;

-- The answer to a write, kept for a day, so that a repeated Idempotency-Key gets the same answer.
create table idempotency (
  workspace_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  member_id uuid not null,
  request_hash text not null,
  status int,
  body jsonb,
  created_at timestamptz not null default now(),
  primary key (workspace_id, member_id, key)
);
select protect('idempotency');
grant select, insert, update, delete on idempotency to evenkeel_app;

-- The last number given out for each kind of record: people see DEA-1042, not a UUID.
create table counter (
  workspace_id uuid not null,
  subject text not null,
  last int not null,
  primary key (workspace_id, subject)
);
select protect('counter');
grant select, insert, update on counter to evenkeel_app;
create function next_numbers(wanted_subject text, quantity int) returns int language sql as $$
  insert into counter (workspace_id, subject, last) values (current_workspace(), wanted_subject, 1000 + quantity)
  on conflict (workspace_id, subject) do update set last = counter.last + quantity
  returning last - quantity + 1;
$$;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(foundation).execute(db);
}
