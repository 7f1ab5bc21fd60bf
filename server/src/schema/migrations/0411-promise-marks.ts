import { type Kysely, sql } from 'kysely';

/** Which projects' promises must be looked at anew before the transaction ends, as for the schedule. */
const marks = `
create function mark_promises(ids uuid[]) returns void language plpgsql as $$
declare
  due text := coalesce(current_setting('evenkeel.promise_due', true), '');
  id uuid;
begin
  foreach id in array coalesce(ids, '{}') loop
    if id is not null and position(id::text in due) = 0 then due := due || id::text || ' '; end if;
  end loop;
  perform set_config('evenkeel.promise_due', due, true);
end $$;

create function mark_promised_tasks() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform mark_promises((select array_agg(distinct project_id) from new_rows));
  else
    perform mark_promises((select array_agg(distinct n.project_id)
      from old_rows o join new_rows n using (workspace_id, id)
      where (o.name, o.due_on, o.state, o.done_on, o.deleted_at, o.is_client_visible, o.side)
        is distinct from (n.name, n.due_on, n.state, n.done_on, n.deleted_at, n.is_client_visible, n.side)));
  end if;
  return null;
end $$;
create trigger promised_insert after insert on task
  referencing new table as new_rows for each statement execute function mark_promised_tasks();
create trigger promised_update after update on task
  referencing old table as old_rows new table as new_rows for each statement execute function mark_promised_tasks();

create function mark_promised_projects() returns trigger language plpgsql as $$
begin
  perform mark_promises((select array_agg(n.id) from old_rows o join new_rows n using (workspace_id, id)
    where (o.name, o.end_on, o.state, o.portal_opened_at, o.deleted_at, o.delay_tolerance_days)
      is distinct from (n.name, n.end_on, n.state, n.portal_opened_at, n.deleted_at, n.delay_tolerance_days)));
  return null;
end $$;
create trigger promised_update after update on project
  referencing old table as old_rows new table as new_rows for each statement execute function mark_promised_projects();
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(marks).execute(db);
}
