import { type Kysely, sql } from 'kysely';

/** What clients see of duties, deliverables and approvals: what they were asked, never a draft. */
const sight = `
select show_to_clients('client_duty', array['id', 'version', 'project_id', 'task_id', 'kind', 'contact_id',
    'due_on', 'details', 'state', 'state_since', 'answer', 'answered_at', 'answered_by', 'sent_back_reason'], $$
  state <> 'withdrawn' and exists (select from task t
    where t.workspace_id = client_duty.workspace_id and t.id = client_duty.task_id)$$);
select show_to_clients('deliverable', array['id', 'created_at', 'project_id', 'milestone_id', 'name', 'description',
    'state', 'state_since'], $$
  state <> 'draft' and exists (select from project p
    where p.workspace_id = deliverable.workspace_id and p.id = deliverable.project_id)$$);
select show_to_clients('deliverable_version', array['id', 'deliverable_id', 'number', 'note', 'state', 'asked_at',
    'asked_by', 'due_on', 'decided_at', 'manifest_hash'], $$
  state in ('asked', 'rejected', 'approved') and exists (select from deliverable d
    where d.workspace_id = deliverable_version.workspace_id and d.id = deliverable_version.deliverable_id)$$);
select show_to_clients('deliverable_file', array['id', 'deliverable_id', 'version_id', 'file_id', 'name',
    'byte_size', 'sha256'], $$
  exists (select from deliverable_version v
    where v.workspace_id = deliverable_file.workspace_id and v.id = deliverable_file.version_id)$$);
select show_to_clients('approval', array['id', 'deliverable_id', 'version_id', 'contact_id', 'duty_id', 'decision',
    'reason', 'decided_at', 'decided_name', 'manifest_hash'], $$
  exists (select from deliverable_version v
    where v.workspace_id = approval.workspace_id and v.id = approval.version_id)$$);

-- A task on the client's side that is marked done in the plan is confirmed; an approval is theirs to give.
create function confirm_duty() returns trigger language plpgsql as $$
begin
  update client_duty set state = 'confirmed', state_since = now()
  where workspace_id = new.workspace_id and task_id = new.id and kind <> 'approval'
    and state in ('asked', 'answered', 'paused');
  return null;
end $$;
create trigger confirmed after update of state on task for each row
  when (new.side = 'client' and new.state = 'done' and old.state <> 'done') execute function confirm_duty();

-- What a contact is called, for those who share an account with them.
create function portal_contact_name(wanted uuid) returns text language sql stable security definer
  set search_path = public, pg_temp as $$
  select c.name from contact c
  where c.workspace_id = current_workspace() and c.id = wanted and exists (
    select from contact_account ca join client_access a
      on a.workspace_id = ca.workspace_id and a.account_id = ca.account_id
    where ca.workspace_id = c.workspace_id and ca.contact_id = c.id and a.member_id = current_member());
$$;
revoke execute on function portal_contact_name from public;
grant execute on function portal_contact_name to evenkeel_client, evenkeel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(sight).execute(db);
}
