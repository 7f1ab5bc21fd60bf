import { type Kysely, sql } from 'kysely';

/**
 * What was taken from a client's sight just now, so that an open page of the portal can look again
 * (CL-14): of something that they saw until then, the kind of record alone, without which it was. It
 * runs as the owner, since the client does not see the row any more.
 */
const hidden = `
create function portal_hidden(subjects text[]) returns setof text language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return query
    with reach as (
      select p.id from client_access a
      join project p on p.workspace_id = a.workspace_id and p.account_id = a.account_id
        and (a.project_id is null or a.project_id = p.id)
      where a.workspace_id = current_workspace() and a.member_id = current_member() and p.kind = 'client'),
    recent as (
      select c.subject, c.subject_id, c.root, c.root_id, c.action, c.before, c.after from change c
      where c.workspace_id = current_workspace() and c.at > now() - interval '2 minutes'
        and (c.subject = any (subjects) or '*' = any (subjects)))
    select distinct r.subject from recent r
    where r.subject = 'client_access' and r.action = 'delete' and r.root_id = current_member()
      or (r.root = 'project' and r.root_id in (select id from reach)
          or r.root = 'subject' and (r.root_id in (select id from reach) or exists (
            select from task t where t.workspace_id = current_workspace() and t.id = r.root_id
              and t.is_client_visible and t.project_id in (select id from reach))))
        and (r.before->>'is_client_visible' = 'true'
          or r.before->>'shown_at' is not null and r.after->>'shown_at' is null
          or r.before->>'portal_opened_at' is not null and r.after->>'portal_opened_at' is null
          or r.after->>'deleted_at' is not null and case r.subject
            when 'project' then true
            when 'task' then (select t.is_client_visible from task t
              where t.workspace_id = current_workspace() and t.id = r.subject_id)
            when 'comment' then (select c.is_client_visible from comment c
              where c.workspace_id = current_workspace() and c.id = r.subject_id)
            when 'file' then (select f.is_client_visible from file f
              where f.workspace_id = current_workspace() and f.id = r.subject_id)
            else false end);
end $$;
revoke execute on function portal_hidden from public;
grant execute on function portal_hidden to evenkeel_client;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(hidden).execute(db);
}
