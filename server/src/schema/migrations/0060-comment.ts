import { type Kysely, sql } from 'kysely';

/**
 * What hangs on any record bears `subject_kind` and `subject_id`. Put under `protect(name, 'subject',
 * 'subject_id')` its changes stand in the history of the record it hangs on.
 */
const comment = `
create function subject_root(kind text) returns text language sql immutable parallel safe
  return case when kind = 'plan' then 'strategic_plan'
              when kind in ('initiative', 'client-project') then 'project'
              else replace(kind, '-', '_') end;

create or replace function record_change() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  given_root text := tg_argv[0];
  root_column text := tg_argv[1];
  who uuid := current_member();
  how text := coalesce(nullif(current_setting('evenkeel.source', true), ''), 'system');
  ids jsonb;
begin
  if tg_op = 'INSERT' then
    insert into change (workspace_id, member_id, source, subject, subject_id, root, root_id, action, after)
      select (r->>'workspace_id')::uuid, who, how, tg_table_name, (r->>'id')::uuid,
             case given_root when 'subject' then subject_root(r->>'subject_kind') else given_root end,
             (r->>root_column)::uuid, 'create', jsonb_strip_nulls(r - 'workspace_id' - 'updated_at')
      from (select to_jsonb(n) r from new_rows n) rows;
    select jsonb_agg(i) into ids from (select id i from new_rows limit 51) s;
  elsif tg_op = 'UPDATE' then
    insert into change (workspace_id, member_id, source, subject, subject_id, root, root_id, action, before, after)
      select (n->>'workspace_id')::uuid, who, how, tg_table_name, (n->>'id')::uuid,
             case given_root when 'subject' then subject_root(n->>'subject_kind') else given_root end,
             (n->>root_column)::uuid, 'update', changed_columns(o, n), changed_columns(n, o)
      from (select to_jsonb(o) o, to_jsonb(n) n from old_rows o join new_rows n using (workspace_id, id)) rows
      where changed_columns(o, n) is not null;
    select jsonb_agg(i) into ids from (select id i from new_rows limit 51) s;
  else
    insert into change (workspace_id, member_id, source, subject, subject_id, root, root_id, action, before)
      select (r->>'workspace_id')::uuid, who, how, tg_table_name, (r->>'id')::uuid,
             case given_root when 'subject' then subject_root(r->>'subject_kind') else given_root end,
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

create table comment (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  subject_kind text not null,
  subject_id uuid not null,
  body text not null check (length(body) between 1 and 10000),
  is_client_visible boolean not null default false,
  member_id uuid,
  person_id uuid,
  mentions uuid[] not null default '{}',
  edited_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  check (member_id is not null or person_id is not null)
);
create index comment_subject on comment (workspace_id, subject_kind, subject_id, created_at, id);
create index comment_at on comment (workspace_id, created_at, id);
create index comment_mentions on comment using gin (mentions);
select protect('comment', 'subject', 'subject_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(comment).execute(db);
}
