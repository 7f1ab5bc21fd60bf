import { type Kysely, sql } from 'kysely';

/** Whether days set by constraints hold against what tasks wait for, by project (PM-07). */
const column = `
alter table project add column honours_constraints boolean not null default true;
`;

const marks = `
create or replace function mark_projects() returns trigger language plpgsql as $$
begin
  perform mark_schedule((select array_agg(n.id) from old_rows o join new_rows n using (workspace_id, id)
    where (o.start_on, o.calendar_id, o.schedule_from, o.honours_constraints, o.status_on, o.deleted_at)
        is distinct from
          (n.start_on, n.calendar_id, n.schedule_from, n.honours_constraints, n.status_on, n.deleted_at)
      or n.schedule_from = 'finish' and o.end_on is distinct from n.end_on));
  return null;
end $$;

drop trigger schedule_lock on project;
create trigger schedule_lock before update of start_on, end_on, calendar_id, schedule_from,
  honours_constraints, status_on, deleted_at on project for each statement execute function lock_schedule();
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(column).execute(db);
  await sql.raw(marks).execute(db);
}
