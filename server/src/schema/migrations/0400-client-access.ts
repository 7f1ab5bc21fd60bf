import { type Kysely, sql } from 'kysely';

/**
 * The ground of the portal: what a client user can reach, by construction (CL-14, U06).
 *
 * A client user's request runs as `evenkeel_client`. That role reads no table but those handed to
 * `show_to_clients(table, columns, condition)`: only the columns named, and of the rows only those
 * for which the condition holds. A condition that looks at another table sees of it what the client
 * sees, so "its project is visible" is said by looking for the project. The policy is restrictive:
 * it narrows the workspace's own policy and can never widen it. An owner of the database who is no
 * superuser is a member of every role of ours, so that a policy for clients would hold for them too:
 * it asks who reads.
 */
const ground = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'evenkeel_client') then
    create role evenkeel_client nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin execute format('grant evenkeel_client to %I', current_user); end $$;
grant usage on schema public to evenkeel_client;

create function show_to_clients(name text, columns text[], condition text) returns void
  language plpgsql as $$
begin
  execute format('grant select (workspace_id, %s) on %I to evenkeel_client',
    (select string_agg(format('%I', c), ', ') from unnest(columns) c where c <> 'workspace_id'), name);
  execute format('drop policy if exists client on %I', name);
  execute format('create policy client on %I as restrictive to evenkeel_client using (current_user <> ''evenkeel_client'' or (%s))', name, condition);
end $$;

-- What a client user may look at: a whole account, or one project of it.
create table client_access (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  member_id uuid not null,
  account_id uuid not null,
  project_id uuid,
  contact_id uuid,
  primary key (workspace_id, id),
  unique nulls not distinct (workspace_id, member_id, account_id, project_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id) on delete cascade,
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contact (workspace_id, id)
);
create index client_access_account on client_access (workspace_id, account_id);
create index client_access_project on client_access (workspace_id, project_id);
create index client_access_contact on client_access (workspace_id, contact_id);
select protect('client_access', 'member', 'member_id');

alter table project
  add column portal_opened_at timestamptz,
  add column portal_shows text[] not null default '{}',
  add constraint project_portal check (kind = 'client' or portal_opened_at is null);
alter table task
  add column is_client_visible boolean not null default false,
  add column side text not null default 'ours' check (side in ('ours', 'client'));
alter table file add column is_client_visible boolean not null default false;
`;

const sight = `
select show_to_clients('workspace', array['id', 'name', 'currency', 'time_zone'], 'id = current_workspace()');
select show_to_clients('client_access', array['id', 'member_id', 'account_id', 'project_id', 'contact_id'],
  'member_id = current_member()');
select show_to_clients('account', array['id', 'name', 'language'], $$
  deleted_at is null and exists (select from client_access a
    where a.workspace_id = account.workspace_id and a.account_id = account.id)$$);
select show_to_clients('project', array['id', 'number', 'name', 'account_id', 'state',
    'project_manager_id', 'portal_opened_at', 'portal_shows'], $$
  kind = 'client' and portal_opened_at is not null and deleted_at is null
  and exists (select from client_access a
    where a.workspace_id = project.workspace_id and a.account_id = project.account_id
      and (a.project_id is null or a.project_id = project.id))$$);
select show_to_clients('task', array['id', 'number', 'project_id', 'name', 'state', 'done_on',
    'is_milestone', 'side', 'position'], $$
  is_client_visible and deleted_at is null and exists (select from project p
    where p.workspace_id = task.workspace_id and p.id = task.project_id)$$);

-- Whether the reader sees a record of this kind. Run as a client it answers for the client: a table
-- that is not shown to clients at all holds nothing they see.
create function client_sees(kind text, wanted uuid) returns boolean language plpgsql stable as $$
declare
  root text := subject_root(kind);
  found boolean;
begin
  if kind in ('plan', 'initiative') or to_regclass(format('public.%I', root)) is null
    or not has_any_column_privilege(format('public.%I', root), 'select') then
    return false;
  end if;
  -- What is written on an account as a whole is for those who see the account as a whole.
  if kind = 'account' then
    return exists (select from client_access a join account x on x.workspace_id = a.workspace_id and x.id = a.account_id
      where a.workspace_id = current_workspace() and a.account_id = wanted and a.project_id is null);
  end if;
  execute format('select exists (select from %I where workspace_id = current_workspace() and id = $1)', root)
    into found using wanted;
  return found;
end $$;

select show_to_clients('comment', array['id', 'version', 'created_at', 'subject_kind', 'subject_id',
    'body', 'is_client_visible', 'member_id', 'person_id', 'edited_at'],
  'is_client_visible and deleted_at is null and client_sees(subject_kind, subject_id)');
select show_to_clients('file', array['id', 'created_at', 'subject_kind', 'subject_id', 'name',
    'content_id', 'member_id', 'person_id', 'is_client_visible'],
  'is_client_visible and deleted_at is null and client_sees(subject_kind, subject_id)');
select show_to_clients('file_content', array['id', 'created_at', 'byte_size', 'image_type', 'is_whole'], $$
  exists (select from file f where f.workspace_id = file_content.workspace_id and f.content_id = file_content.id)$$);
select show_to_clients('file_part', array['content_id', 'position', 'content'], $$
  exists (select from file f where f.workspace_id = file_part.workspace_id and f.content_id = file_part.content_id)$$);

-- The answer to a repeated write is kept for clients as for everybody.
grant select, insert, update on idempotency to evenkeel_client;
create policy client on idempotency as restrictive to evenkeel_client using (current_user <> 'evenkeel_client' or member_id = current_member());

-- Names of people whom something visible names: colleagues of the firm, and client users who share
-- an account with the reader. They run as the owner, within the workspace of the transaction.
create function portal_member_name(wanted uuid) returns text language sql stable security definer
  set search_path = public, pg_temp as $$
  select m.name from member m
  where m.workspace_id = current_workspace() and m.id = wanted
    and (m.role <> 'client' or m.id = current_member() or exists (
      select from client_access theirs join client_access mine
        on mine.workspace_id = theirs.workspace_id and mine.account_id = theirs.account_id
      where theirs.workspace_id = m.workspace_id and theirs.member_id = m.id
        and mine.member_id = current_member()));
$$;
create function portal_person_name(wanted uuid) returns text language sql stable security definer
  set search_path = public, pg_temp as $$
  select p.name from person p where p.workspace_id = current_workspace() and p.id = wanted;
$$;
-- Whether the author of something stands on the firm's side.
create function portal_is_ours(wanted uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from member m
    where m.workspace_id = current_workspace() and m.id = wanted and m.role <> 'client');
$$;
revoke execute on function portal_member_name, portal_person_name, portal_is_ours from public;
grant execute on function portal_member_name, portal_person_name, portal_is_ours to evenkeel_client, evenkeel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(ground).execute(db);
  await sql.raw(sight).execute(db);
}
