import { type Kysely, sql } from 'kysely';

/**
 * What reading the portal leaves and asks: when somebody last looked, links to a status page without a
 * login (U10), and the change record as far as a client may see it.
 *
 * A change is shown to a client when they see the row it was made to, and when a column changed that
 * clients may read: the rights on columns given by \`show_to_clients\` are the one list of both.
 */
const tables = `
-- When a client user looked at a project: this time, and the time before, from which news count.
create table portal_look (
  workspace_id uuid not null references workspace (id) on delete cascade,
  member_id uuid not null,
  project_id uuid not null,
  looked_at timestamptz not null,
  since timestamptz,
  primary key (workspace_id, member_id, project_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade,
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade
);
create index portal_look_project on portal_look (workspace_id, project_id);
select protect('portal_look');
grant select, insert, update, delete on portal_look to evenkeel_app;
select show_to_clients('portal_look', array['member_id', 'project_id', 'looked_at', 'since'],
  'member_id = current_member()');

-- A status page that its link alone opens. The link's secret is kept as a hash, in identity.proof.
create table share_link (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  project_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  language text not null,
  created_by uuid not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, created_by) references member (workspace_id, id)
);
create index share_link_project on share_link (workspace_id, project_id);
select protect('share_link', 'project', 'project_id');
`;

const changes = `
-- Whether clients may read a column at all.
create function shown_to_clients(name text, column_name text) returns boolean language sql stable as $$
  select coalesce((select has_column_privilege('evenkeel_client', c.oid, a.attnum, 'select')
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.oid = to_regclass(format('public.%I', name)) and a.attname = column_name
      and not a.attisdropped), false);
$$;

-- The columns of a change that clients may read; empty when it is nothing to them.
create function columns_for_clients(name text, changed jsonb) returns text[] language sql stable as $$
  select coalesce(array_agg(key order by key), '{}') from jsonb_object_keys(coalesce(changed, '{}')) key
  where key not in ('id', 'version', 'created_at', 'position', 'content_id')
    and shown_to_clients(name, key);
$$;

-- Whether the reader sees a row. Run as a client it answers for the client.
create function client_sees_row(name text, wanted uuid) returns boolean language plpgsql stable as $$
declare
  found boolean;
begin
  if not shown_to_clients(name, 'id') then return false; end if;
  execute format('select exists (select from %I where workspace_id = current_workspace() and id = $1)', name)
    into found using wanted;
  return found;
end $$;

grant select (is_client_visible) on task to evenkeel_client;
select show_to_clients('change', array['id', 'at', 'member_id', 'subject', 'subject_id', 'root', 'root_id', 'action'], $$
  action <> 'delete' and columns_for_clients(subject, after) <> '{}'
    and client_sees_row(subject, subject_id)$$);

-- Which columns a change was about. Whoever asks must know the row: what they may not see they cannot name.
create function portal_change_columns(wanted bigint, row_id uuid) returns text[] language sql stable
  security definer set search_path = public, pg_temp as $$
  select columns_for_clients(c.subject, c.after) from change c
  where c.workspace_id = current_workspace() and c.id = wanted and c.subject_id = row_id;
$$;
revoke execute on function portal_change_columns from public;
grant execute on function portal_change_columns to evenkeel_client;
`;

/** Hours and price of a project as far as the firm chose to show them (U09). */
const amounts = `
create function portal_amounts(wanted uuid)
  returns table (price bigint, budgeted_minutes bigint, used_minutes bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select
    case when 'price' = any (p.portal_shows) then p.price end,
    -- What was sold; for a project that was not handed over, what its tasks are estimated at.
    case when 'budgeted-hours' = any (p.portal_shows) then coalesce(
      (select sum(l.minutes) from scope_line l where l.workspace_id = p.workspace_id
        and l.project_id = p.id and l.minutes is not null and l.state <> 'dropped'),
      (select sum(t.estimate_minutes) from task t
        where t.workspace_id = p.workspace_id and t.project_id = p.id and t.deleted_at is null
          and not exists (select from task child where child.workspace_id = t.workspace_id
            and child.parent_id = t.id and child.deleted_at is null)), 0) end,
    case when 'used-hours' = any (p.portal_shows) then (
      select coalesce(sum(e.minutes), 0) from time_entry e
      where e.workspace_id = p.workspace_id and e.project_id = p.id and e.deleted_at is null) end
  from project p
  where p.workspace_id = current_workspace() and p.id = wanted and p.kind = 'client'
    and p.portal_opened_at is not null and p.deleted_at is null
    and exists (select from client_access a where a.workspace_id = p.workspace_id
      and a.member_id = current_member() and a.account_id = p.account_id
      and (a.project_id is null or a.project_id = p.id));
$$;
revoke execute on function portal_amounts from public;
grant execute on function portal_amounts to evenkeel_client;
`;

const proofs = `
alter table identity.proof drop constraint proof_subject_check;
alter table identity.proof add constraint proof_subject_check
  check (subject in ('api_token', 'invitation', 'share_link'));
create function identity.share_link_proved(wanted_hash text)
  returns table (workspace_id uuid, link_id uuid, project_id uuid, account_id uuid, language text,
                 currency text, time_zone text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform set_config('evenkeel.maintenance', 'on', true);
  return query
    select l.workspace_id, l.id, l.project_id, p.account_id, l.language, w.currency::text, w.time_zone
    from identity.proof f
    join share_link l on l.workspace_id = f.workspace_id and l.id = f.subject_id
    join project p on p.workspace_id = l.workspace_id and p.id = l.project_id
    join workspace w on w.id = l.workspace_id
    where f.hash = wanted_hash and f.subject = 'share_link'
      and l.revoked_at is null and l.expires_at > now()
      and p.portal_opened_at is not null and p.deleted_at is null and p.account_id is not null;
  perform set_config('evenkeel.maintenance', 'off', true);
end $$;
revoke execute on function identity.share_link_proved from public;
grant execute on function identity.share_link_proved to evenkeel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
  await sql.raw(changes).execute(db);
  await sql.raw(amounts).execute(db);
  await sql.raw(proofs).execute(db);
}
