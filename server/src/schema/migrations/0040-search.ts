import { type Kysely, sql } from 'kysely';

/**
 * Search by name at any size. Under row-level security PostgreSQL uses an index only for operators it
 * knows to be leakproof, and matching a part of a text is not one of them. So `find_names` runs as a
 * role of its own, `evenkeel_search`, which reads nothing but names and ids, sees past row-level
 * security for that, and compares the workspace itself. What it finds are ids; every row is then read
 * under row-level security like any other, so that a mistake here could show nothing either.
 *
 * `make_searchable(table)` is called once for each table with a name, a workspace and a `deleted_at`.
 * Where `pg_trgm` cannot be had the same search works without an index.
 */
const search = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'evenkeel_search') then
    create role evenkeel_search nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin execute format('grant evenkeel_search to %I', current_user); end $$;
grant usage on schema public to evenkeel_search;

do $$ begin
  create extension if not exists pg_trgm;
exception when insufficient_privilege or undefined_file or feature_not_supported then
  raise notice 'pg_trgm is not available: search works without an index';
end $$;

-- Text as people search it: no capitals, no accents. Plain ASCII, which most names are, by the short way.
create function search_fold(given text) returns text language sql immutable parallel safe strict
  return case when octet_length(given) = length(given) then lower(given collate "C")
    else regexp_replace(normalize(lower(given collate "und-x-icu"), NFKD), '[\\u0300-\\u036f]', '', 'g')
      collate "C" end;

create function make_searchable(name text) returns void language plpgsql as $$
declare
  home text := (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace
                where e.extname = 'pg_trgm');
begin
  execute format('create policy search on %I for select to evenkeel_search using (true)', name);
  execute format('grant select (workspace_id, id, name, deleted_at) on %I to evenkeel_search', name);
  if home is not null then
    execute format('create index %I on %I using gin (search_fold(name) %I.gin_trgm_ops)',
                   name || '_search', name, home);
  end if;
end $$;

-- Ids of the rows of a table in this transaction's workspace whose name holds every word of the text;
-- with "begins" only names that begin with the whole text. A word of one or two letters has to begin a
-- word of the name, for no index tells where else it stands. Not in any order: give a limit to spare.
create function find_names(of_table text, wanted text, begins boolean, most int) returns setof uuid
  language plpgsql stable security definer rows 100 set search_path = public, pg_temp as $$
declare
  folded text := regexp_replace(btrim(search_fold(wanted)), '([\\\\%_])', '\\\\\\1', 'g');
  conditions text;
begin
  select string_agg(case when begins then format('search_fold(name) like %L', folded || '%')
                         when length(word) > 2 then format('search_fold(name) like %L', '%' || word || '%')
                         else format('(search_fold(name) like %L or search_fold(name) like %L)',
                                     word || '%', '% ' || word || '%') end, ' and ')
    into conditions
    from (select word from regexp_split_to_table(folded, '\\s+') word where word <> '' limit 8) words;
  if conditions is null then return; end if;
  return query execute format(
    'select id from %I where workspace_id = current_workspace() and deleted_at is null and %s limit %s',
    of_table, conditions, most);
end $$;

-- A function can only be given to a role that may create things beside it.
grant create on schema public to evenkeel_search;
alter function find_names(text, text, boolean, int) owner to evenkeel_search;
revoke create on schema public from evenkeel_search;
revoke execute on function find_names(text, text, boolean, int) from public;
grant execute on function find_names(text, text, boolean, int) to evenkeel_app;

select make_searchable(name) from unnest(array['account', 'deal', 'strategic_plan', 'goal', 'project', 'task', 'person']) name;
`;

/** What the list of projects adds up, without a look at the rows themselves. */
const figures = `
create index task_figures on task (workspace_id, project_id) include (state, due_on, estimate_minutes)
  where deleted_at is null;
create index time_entry_figures on time_entry (workspace_id, project_id) include (minutes)
  where deleted_at is null;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(search).execute(db);
  await sql.raw(figures).execute(db);
}
