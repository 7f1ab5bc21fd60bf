import { type Kysely, sql } from 'kysely';

/**
 * Client users as people: how they were invited to what, in which language and time zone they read,
 * how the firm's portal looks, and what is told to a browser that has not signed in (CL-22, U08).
 */
const columns = `
alter table member
  add column language text,
  add column time_zone text;

-- The portal's face: an accent colour, and a logo whose bytes stay out of the change record.
alter table workspace
  add column portal_accent text check (portal_accent ~ '^#[0-9a-f]{6}$'),
  add column logo_changed_at timestamptz;
create table workspace_logo (
  workspace_id uuid not null primary key references workspace (id) on delete cascade,
  image_type text not null check (image_type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
  content bytea not null check (octet_length(content) between 1 and 524288)
);
select protect('workspace_logo');
grant select, insert, update, delete on workspace_logo to evenkeel_app;

alter table project add column portal_welcome text not null default '';

-- A client's invitation says to what: an account, or one project of it.
alter table invitation
  add column account_id uuid,
  add column project_id uuid,
  add column contact_id uuid,
  add column language text,
  add constraint invitation_account foreign key (workspace_id, account_id)
    references account (workspace_id, id) on delete cascade,
  add constraint invitation_project foreign key (workspace_id, project_id)
    references project (workspace_id, id) on delete cascade,
  add constraint invitation_contact foreign key (workspace_id, contact_id)
    references contact (workspace_id, id) on delete set null (contact_id),
  add constraint invitation_client check (account_id is null or role = 'client');
drop index invitation_open;
create unique index invitation_open on invitation (workspace_id, lower(email), account_id, project_id)
  nulls not distinct where accepted_at is null and revoked_at is null;
create index invitation_account on invitation (workspace_id, account_id) where account_id is not null;
create index invitation_project on invitation (workspace_id, project_id) where project_id is not null;
create index invitation_contact on invitation (workspace_id, contact_id) where contact_id is not null;
`;

const sight = `
grant select (portal_accent, logo_changed_at) on workspace to evenkeel_client;
grant select (portal_welcome) on project to evenkeel_client;
select show_to_clients('member', array['id', 'version', 'name', 'email', 'language', 'time_zone'],
  'id = current_member()');
`;

/** What the roles of signing in may ask: see \`0003-identity.ts\`. */
const functions = `
drop function identity.invitation_proved(text);
create function identity.invitation_proved(wanted_hash text)
  returns table (workspace_id uuid, workspace_name text, invitation_id uuid, email text, role text,
                 invited_by text, expires_at timestamptz, accepted_at timestamptz,
                 revoked_at timestamptz, user_id uuid, currency text, time_zone text,
                 account_name text, project_name text, contact_name text, language text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform set_config('evenkeel.maintenance', 'on', true);
  return query
    select i.workspace_id, w.name, i.id, i.email, i.role, m.name, i.expires_at, i.accepted_at,
           i.revoked_at, u.id, w.currency::text, w.time_zone, a.name, p.name, c.name,
           coalesce(i.language, a.language)
    from identity.proof f
    join invitation i on i.workspace_id = f.workspace_id and i.id = f.subject_id
    join workspace w on w.id = i.workspace_id
    left join member m on m.workspace_id = i.workspace_id and m.id = i.invited_by
    left join identity."user" u on u.email = lower(i.email)
    left join account a on a.workspace_id = i.workspace_id and a.id = i.account_id
    left join project p on p.workspace_id = i.workspace_id and p.id = i.project_id
    left join contact c on c.workspace_id = i.workspace_id and c.id = i.contact_id
    where f.hash = wanted_hash and f.subject = 'invitation';
  perform set_config('evenkeel.maintenance', 'off', true);
end $$;

-- Whom a letter to an address speaks to: their name, and the firm whose portal they opened last.
create function identity.reader(wanted_email text)
  returns table (user_id uuid, name text, two_factor_enabled boolean, workspace_id uuid,
                 workspace_name text, role text, language text, accent text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform set_config('evenkeel.maintenance', 'on', true);
  return query
    select u.id, coalesce(m.name, u.name), u.two_factor_enabled, w.id, w.name, m.role,
           coalesce(m.language, (
             select a.language from client_access x
             join account a on a.workspace_id = x.workspace_id and a.id = x.account_id
             where x.workspace_id = m.workspace_id and x.member_id = m.id
             order by x.created_at limit 1)),
           w.portal_accent
    from identity."user" u
    left join lateral identity.live_membership(u.id, u.last_workspace_id) m on true
    left join workspace w on w.id = m.workspace_id
    where u.email = lower(wanted_email);
  perform set_config('evenkeel.maintenance', 'off', true);
end $$;

-- The face of a firm's portal, for whoever knows the id that stands in the firm's own links.
create function identity.portal_face(wanted uuid)
  returns table (name text, accent text, logo_changed_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform set_config('evenkeel.maintenance', 'on', true);
  return query select w.name, w.portal_accent, w.logo_changed_at from workspace w where w.id = wanted;
  perform set_config('evenkeel.maintenance', 'off', true);
end $$;
create function identity.portal_logo(wanted uuid) returns table (image_type text, content bytea)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform set_config('evenkeel.maintenance', 'on', true);
  return query select l.image_type, l.content from workspace_logo l where l.workspace_id = wanted;
  perform set_config('evenkeel.maintenance', 'off', true);
end $$;

revoke execute on function identity.invitation_proved, identity.reader, identity.portal_face,
  identity.portal_logo from public;
grant execute on function identity.invitation_proved, identity.portal_face, identity.portal_logo
  to evenkeel_app;
grant execute on function identity.reader to evenkeel_identity;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(columns).execute(db);
  await sql.raw(sight).execute(db);
  await sql.raw(functions).execute(db);
}
