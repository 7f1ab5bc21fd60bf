import { type Kysely, sql } from 'kysely';

/**
 * Pauses within a task, and the minute of the day from which its bound holds (PM-03, PM-07). Both
 * decide dates: whatever writes them has the project scheduled anew.
 */
const columns = `
alter table task
  add column splits jsonb not null default '[]' check (jsonb_typeof(splits) = 'array'),
  add column constraint_minute int check (constraint_minute between 0 and 1440);
`;

const marks = `
create or replace function mark_tasks() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform mark_schedule((select array_agg(distinct project_id) from new_rows));
  elsif tg_op = 'DELETE' then
    perform mark_schedule((select array_agg(distinct project_id) from old_rows));
  else
    perform mark_schedule((select array_agg(distinct n.project_id)
      from old_rows o join new_rows n using (workspace_id, id)
      where (o.scheduling, o.constraint_type, o.constraint_on, o.typed_due_on, o.duration_minutes, o.task_type,
             o.is_effort_driven, o.estimate_minutes, o.percent_complete, o.actual_start_on, o.calendar_id,
             o.is_milestone, o.parent_id, o.state, o.done_on, o.deleted_at, o.deadline_on,
             o.splits, o.constraint_minute)
        is distinct from
            (n.scheduling, n.constraint_type, n.constraint_on, n.typed_due_on, n.duration_minutes, n.task_type,
             n.is_effort_driven, n.estimate_minutes, n.percent_complete, n.actual_start_on, n.calendar_id,
             n.is_milestone, n.parent_id, n.state, n.done_on, n.deleted_at, n.deadline_on,
             n.splits, n.constraint_minute)
        or n.scheduling = 'manual' and (o.start_on, o.due_on) is distinct from (n.start_on, n.due_on)));
  end if;
  return null;
end $$;

drop trigger schedule_lock on task;
create trigger schedule_lock before insert or delete or update of scheduling, constraint_type, constraint_on,
  constraint_minute, typed_due_on, duration_minutes, splits, task_type, is_effort_driven, estimate_minutes,
  percent_complete, actual_start_on, calendar_id, is_milestone, parent_id, state, done_on, deleted_at,
  start_on, due_on on task for each statement execute function lock_schedule();
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(columns).execute(db);
  await sql.raw(marks).execute(db);
}
