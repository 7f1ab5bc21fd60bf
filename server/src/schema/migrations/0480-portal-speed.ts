import { type Kysely, sql } from 'kysely';

/**
 * The same sight for clients, answered several times faster (docs/decisions/106):
 *
 * - Which projects a reader may open is worked out once for each query (\`portal_projects\`), where each
 *   policy looked for the project of each row through two more tables.
 * - Whether a reader sees some record runs by plans that a connection keeps. A statement put together
 *   for each row was planned anew for each, which was most of what the portal did.
 *
 * Conditions are those that stood before. \`show_to_clients\` notes rights by itself; whoever grants a
 * column without it says \`select note_rights_of_clients()\` after it, or its changes are no news.
 */
const projects = `
-- The projects that the reader may open: by their access, or the one that a report is drafted of. It
-- runs as the owner, within the workspace of the transaction, since it decides what clients see of
-- projects at all.
create function portal_projects() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return array(
    select p.id from client_access a
    join project p on p.workspace_id = a.workspace_id and p.account_id = a.account_id
      and (a.project_id is null or a.project_id = p.id)
    where a.workspace_id = current_workspace() and a.member_id = current_member()
      and p.kind = 'client' and p.portal_opened_at is not null and p.deleted_at is null
    union
    select p.id from project p
    where p.workspace_id = current_workspace()
      and p.id = nullif(current_setting('evenkeel.reader_project', true), '')::uuid
      and p.kind = 'client' and p.portal_opened_at is not null and p.deleted_at is null);
end $$;
revoke execute on function portal_projects from public;
grant execute on function portal_projects to evenkeel_client;

-- The condition alone, for a table whose columns were shown before.
create function narrow_for_clients(name text, condition text) returns void language plpgsql as $$
begin
  execute format('drop policy if exists client on %I', name);
  execute format('create policy client on %I as restrictive to evenkeel_client using (current_user <> ''evenkeel_client'' or (%s))', name, condition);
end $$;
`;

const rows = `
-- What clients may read, written from the rights into two functions. A branch for each table: plans of
-- statements that stand in a function are kept, and a list that stands in one costs nothing to look up.
-- What is given stands there by its place, since a table may have a column of any name.
create function note_rights_of_clients() returns void language plpgsql as $$
declare
  rights record;
begin
  select string_agg(format(
      'when %L then return exists (select from %I where workspace_id = current_workspace() and id = $2);',
      name, name), E'\\n' order by name) filter (where 'id' = any (columns)) as branches,
    string_agg(format('when %L then %L::text[]', name, columns), E'\\n' order by name) as lists
  into rights
  from (select c.relname as name, array_agg(a.attname::text order by a.attname) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and has_column_privilege('evenkeel_client', c.oid, a.attnum, 'select')
    group by c.relname) shown;
  execute format('create or replace function client_sees_row(name text, wanted uuid) returns boolean
    language plpgsql stable as %L',
    format(E'begin case $1\\n%s\\nelse return false; end case; end', rights.branches));
  execute format('create or replace function columns_for_clients(name text) returns text[]
    language sql immutable parallel safe as %L',
    format(E'select case name\\n%s\\nelse ''{}''::text[] end', rights.lists));
end $$;

create or replace function show_to_clients(name text, columns text[], condition text) returns void
  language plpgsql as $$
begin
  execute format('grant select (workspace_id, %s) on %I to evenkeel_client',
    (select string_agg(format('%I', c), ', ') from unnest(columns) c where c <> 'workspace_id'), name);
  perform narrow_for_clients(name, condition);
  perform note_rights_of_clients();
end $$;
select note_rights_of_clients();

create or replace function client_sees(kind text, wanted uuid) returns boolean language plpgsql stable as $$
begin
  if kind in ('plan', 'initiative') then return false; end if;
  -- What is written on an account as a whole is for those who see the account as a whole.
  if kind = 'account' then
    return exists (select from client_access a join account x on x.workspace_id = a.workspace_id and x.id = a.account_id
      where a.workspace_id = current_workspace() and a.account_id = wanted and a.project_id is null);
  end if;
  return client_sees_row(subject_root(kind), wanted);
end $$;

-- A change is shown when a column changed that clients may read, and when they see the row. Most changes
-- are of tasks, which are looked up together.
select narrow_for_clients('change', $$
  action <> 'delete'
  and after ?| array_remove(array_remove(array_remove(array_remove(array_remove(
    columns_for_clients(subject), 'id'), 'version'), 'created_at'), 'position'), 'content_id')
  and case subject
    when 'task' then exists (select from task t where t.workspace_id = change.workspace_id and t.id = change.subject_id)
    else client_sees_row(subject, subject_id) end$$);

-- Which columns changes were about. Whoever asks must know the rows: what they may not see they cannot name.
create function portal_changed(wanted bigint[], row_ids uuid[]) returns table (id bigint, columns text[])
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select c.id, array(select key from jsonb_object_keys(c.after) key
      where key = any (columns_for_clients(c.subject)))
    from unnest(wanted, row_ids) as known (change_id, row_id)
    join change c on c.workspace_id = current_workspace() and c.id = known.change_id
      and c.subject_id = known.row_id;
end $$;
revoke execute on function portal_changed from public;
grant execute on function portal_changed to evenkeel_client;
drop function portal_change_columns(bigint, uuid);
drop function columns_for_clients(text, jsonb);
drop function shown_to_clients(text, text);
`;

/** Names of those who wrote, by plans that are kept: a list asks for them once for each row. */
const names = `
create or replace function portal_member_name(wanted uuid) returns text language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return (select m.name from member m
    where m.workspace_id = current_workspace() and m.id = wanted
      and (m.role <> 'client' or m.id = current_member() or exists (
        select from client_access theirs join client_access mine
          on mine.workspace_id = theirs.workspace_id and mine.account_id = theirs.account_id
        where theirs.workspace_id = m.workspace_id and theirs.member_id = m.id
          and mine.member_id = current_member())));
end $$;
create or replace function portal_person_name(wanted uuid) returns text language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return (select p.name from person p where p.workspace_id = current_workspace() and p.id = wanted);
end $$;
create or replace function portal_is_ours(wanted uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return exists (select from member m
    where m.workspace_id = current_workspace() and m.id = wanted and m.role <> 'client');
end $$;
`;

/** A row of a project that the reader may open. */
const mine = 'any ((select portal_projects())::uuid[])';
/** What hangs on a record: most hang on a project or on a task. */
function onSubject(table: string): string {
  return `case subject_kind when 'client-project' then subject_id = ${mine}
    when 'task' then ${onTask(table)} else client_sees(subject_kind, subject_id) end`;
}

function onPlan(table: string): string {
  return `(subject_kind = 'client-project' or subject_kind = 'task' and ${onTask(table)})`;
}

function onTask(table: string): string {
  return `exists (select from task t where t.workspace_id = ${table}.workspace_id and t.id = ${table}.subject_id)`;
}

const conditions: Readonly<Record<string, string>> = {
  project: `id = ${mine}`,
  task: `is_client_visible and deleted_at is null and project_id = ${mine}`,
  comment: `is_client_visible and deleted_at is null and ${onSubject('comment')}`,
  file: `is_client_visible and deleted_at is null and ${onSubject('file')}`,
  promise: `what = 'date' and project_id = ${mine} and ${onPlan('promise')}`,
  delay_notice: `sent_at is not null and project_id = ${mine} and ${onPlan('delay_notice')}`,
  decision: `shown_at is not null and project_id = ${mine}`,
  deliverable: `state <> 'draft' and project_id = ${mine}`,
  working_agreement: `state in ('proposed', 'agreed') and project_id = ${mine}`,
  change_request: `(side = 'theirs' or sent_at is not null) and project_id = ${mine}`,
  status_report: `sent_at is not null and project_id = ${mine}`,
  meeting: `is_client_visible and deleted_at is null and project_id = ${mine}`,
  question: `(state = 'published' or (state = 'asked' and asked_by is not null)) and project_id = ${mine}`,
};

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [projects, rows, names]) await sql.raw(part).execute(db);
  for (const [table, condition] of Object.entries(conditions))
    await sql`select narrow_for_clients(${table}, ${condition})`.execute(db);
}
