import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

const constraintTypes = `'as-soon-as-possible', 'as-late-as-possible', 'start-no-earlier-than',
  'start-no-later-than', 'finish-no-earlier-than', 'finish-no-later-than', 'must-start-on', 'must-finish-on'`;

/**
 * The live schedule. What people say about a task (constraint, typed due day, duration, progress)
 * stands apart from `start_on` and `due_on`, which the schedule writes from now on; days that stand
 * there already are taken for what somebody typed.
 */
const columns = `
create table calendar (${record},
  name text not null check (length(name) between 1 and 300),
  week jsonb not null,
  is_default boolean not null default false,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);
create unique index calendar_default on calendar (workspace_id) where is_default;
select protect('calendar', 'calendar', 'id');

create table calendar_exception (${record},
  calendar_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  start_on date not null,
  end_on date not null,
  hours jsonb not null default '[]',
  is_yearly boolean not null default false,
  primary key (workspace_id, id),
  check (start_on <= end_on),
  foreign key (workspace_id, calendar_id) references calendar (workspace_id, id) on delete cascade
);
create index calendar_exception_calendar on calendar_exception (workspace_id, calendar_id, start_on);
select protect('calendar_exception', 'calendar', 'calendar_id');

-- Days on which a person does not work; why is nobody's business here.
create table leave (${record},
  person_id uuid not null,
  start_on date not null,
  end_on date not null,
  note text not null default '' check (length(note) <= 300),
  primary key (workspace_id, id),
  check (start_on <= end_on),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index leave_person on leave (workspace_id, person_id, start_on);
select protect('leave', 'person', 'person_id');

alter table person
  -- Minutes of Monday to Sunday; null spreads weekly_minutes over the days that the firm works.
  add column week_minutes int[] check (week_minutes is null or cardinality(week_minutes) = 7);

alter table project
  add column calendar_id uuid,
  add column schedule_from text not null default 'start' check (schedule_from in ('start', 'finish')),
  add column status_on date,
  add constraint project_calendar foreign key (workspace_id, calendar_id)
    references calendar (workspace_id, id) on delete set null (calendar_id);

alter table task
  add column scheduling text not null default 'automatic' check (scheduling in ('automatic', 'manual')),
  add column constraint_type text not null default 'as-soon-as-possible' check (constraint_type in (${constraintTypes})),
  add column constraint_on date,
  -- The due day as it was typed: the duration comes of it, and it is shown while nothing moves it.
  add column typed_due_on date,
  add column duration_minutes int check (duration_minutes between 0 and 6000000),
  add column task_type text not null default 'fixed-duration' check (task_type in ('fixed-duration', 'fixed-units', 'fixed-work')),
  add column is_effort_driven boolean not null default false,
  add column deadline_on date,
  add column percent_complete int not null default 0 check (percent_complete between 0 and 100),
  add column actual_start_on date,
  add column calendar_id uuid,
  add column schedule_priority int not null default 500 check (schedule_priority between 0 and 1000),
  add constraint task_constraint check ((constraint_on is null) = (constraint_type in ('as-soon-as-possible', 'as-late-as-possible'))),
  add constraint task_calendar foreign key (workspace_id, calendar_id)
    references calendar (workspace_id, id) on delete set null (calendar_id);

alter table assignment
  add column units int not null default 10000 check (units between 1 and 10000);

alter table dependency
  add column lag_unit text not null default 'working' check (lag_unit in ('working', 'elapsed', 'percent', 'elapsed-percent')),
  -- Per cent of the predecessor's duration, for the two units that say so; lag_minutes is 0 then.
  add column lag_percent int not null default 0 check (lag_percent between -1000 and 1000);

set local evenkeel.maintenance = 'on';
alter table task disable trigger user;
update task set constraint_type = 'start-no-earlier-than', constraint_on = start_on, typed_due_on = due_on
  where start_on is not null and not is_milestone;
update task set constraint_type = 'finish-no-earlier-than', constraint_on = due_on
  where due_on is not null and (start_on is null or is_milestone);
update task set percent_complete = 100, actual_start_on = least(start_on, done_on) where state = 'done';
update task set actual_start_on = start_on where state = 'started';
alter table task enable trigger user;
insert into calendar (workspace_id, id, name, is_default, week)
  select id, gen_random_uuid(), 'Working days', true, standard_week() from workspace;
set local evenkeel.maintenance = 'off';
`;

const week = `
-- Monday to Friday from 8 to 12 and 13 to 17, in minutes of the day.
create function standard_week() returns jsonb language sql immutable parallel safe
  return (select jsonb_build_array(day, day, day, day, day, '[]'::jsonb, '[]'::jsonb)
    from (select '[{"from": 480, "to": 720}, {"from": 780, "to": 1020}]'::jsonb as day) days);
`;

/**
 * Which projects must be scheduled anew, kept in a setting of the transaction, so that a change made on
 * any way is seen and nothing is left when it is taken back. Whoever writes what dates depend on waits
 * for the others of the workspace first, before any row is locked.
 */
const marks = `
create function lock_schedule() returns trigger language plpgsql as $$
begin
  if current_workspace() is not null then
    perform pg_advisory_xact_lock(hashtextextended(current_workspace()::text, 220));
  end if;
  return null;
end $$;

create function mark_schedule(ids uuid[]) returns void language plpgsql as $$
declare
  due text := coalesce(current_setting('evenkeel.schedule_due', true), '');
  id uuid;
begin
  foreach id in array coalesce(ids, '{}') loop
    if id is not null and position(id::text in due) = 0 then due := due || id::text || ' '; end if;
  end loop;
  perform set_config('evenkeel.schedule_due', due, true);
end $$;

create function mark_tasks() returns trigger language plpgsql as $$
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
             o.is_milestone, o.parent_id, o.state, o.done_on, o.deleted_at, o.deadline_on)
        is distinct from
            (n.scheduling, n.constraint_type, n.constraint_on, n.typed_due_on, n.duration_minutes, n.task_type,
             n.is_effort_driven, n.estimate_minutes, n.percent_complete, n.actual_start_on, n.calendar_id,
             n.is_milestone, n.parent_id, n.state, n.done_on, n.deleted_at, n.deadline_on)
        or n.scheduling = 'manual' and (o.start_on, o.due_on) is distinct from (n.start_on, n.due_on)));
  end if;
  return null;
end $$;

create function mark_dependencies() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform mark_schedule((select array_agg(distinct id) from (
      select project_id as id from old_rows union
      select task.project_id from old_rows join task
        on task.workspace_id = old_rows.workspace_id and task.id = old_rows.predecessor_id) ids));
  else
    perform mark_schedule((select array_agg(distinct project_id) from new_rows));
  end if;
  return null;
end $$;

create function mark_assignments() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then perform mark_schedule((select array_agg(distinct project_id) from old_rows));
  else perform mark_schedule((select array_agg(distinct project_id) from new_rows));
  end if;
  return null;
end $$;

-- The projects in which a person still has something to do.
create function mark_people(ids uuid[]) returns void language plpgsql as $$
begin
  perform mark_schedule((select array_agg(distinct assignment.project_id) from assignment join task
      on task.workspace_id = assignment.workspace_id and task.id = assignment.task_id
    where assignment.workspace_id = current_workspace() and assignment.person_id = any(ids)
      and task.state <> 'done' and task.deleted_at is null));
end $$;

create function mark_leaves() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform mark_people((select array_agg(distinct person_id) from old_rows)); end if;
  if tg_op <> 'DELETE' then perform mark_people((select array_agg(distinct person_id) from new_rows)); end if;
  return null;
end $$;

create function mark_persons() returns trigger language plpgsql as $$
begin
  perform mark_people((select array_agg(n.id) from old_rows o join new_rows n using (workspace_id, id)
    where (o.weekly_minutes, o.week_minutes) is distinct from (n.weekly_minutes, n.week_minutes)));
  return null;
end $$;

create function mark_calendars() returns trigger language plpgsql as $$
begin
  perform mark_schedule((select array_agg(id) from project
    where workspace_id = current_workspace() and deleted_at is null));
  return null;
end $$;

create function mark_projects() returns trigger language plpgsql as $$
begin
  perform mark_schedule((select array_agg(n.id) from old_rows o join new_rows n using (workspace_id, id)
    where (o.start_on, o.calendar_id, o.schedule_from, o.status_on, o.deleted_at)
        is distinct from (n.start_on, n.calendar_id, n.schedule_from, n.status_on, n.deleted_at)
      or n.schedule_from = 'finish' and o.end_on is distinct from n.end_on));
  return null;
end $$;

-- Days that come with a new task are days that somebody typed, whatever writes them.
create function take_typed_days() returns trigger language plpgsql as $$
begin
  if new.scheduling = 'automatic' and new.constraint_type = 'as-soon-as-possible' and new.duration_minutes is null then
    if new.start_on is not null and not new.is_milestone then
      new.constraint_type := 'start-no-earlier-than';
      new.constraint_on := new.start_on;
      new.typed_due_on := coalesce(new.typed_due_on, new.due_on);
    elsif new.due_on is not null then
      new.constraint_type := 'finish-no-earlier-than';
      new.constraint_on := new.due_on;
    end if;
  end if;
  return new;
end $$;
create trigger typed_days before insert on task for each row execute function take_typed_days();

-- What the schedule itself writes (it says version 0) is no new version of the task: nobody who has it
-- open must start again because a date moved.
create function count_task_version() returns trigger language plpgsql as $$
begin
  if new.version = 0 then
    new.version := old.version;
  else
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  return new;
end $$;
drop trigger counted on task;
create trigger counted before update on task for each row execute function count_task_version();
`;

const triggers = [
  ...marking('task', 'mark_tasks', ['insert', 'update', 'delete']),
  ...marking('dependency', 'mark_dependencies', ['insert', 'update', 'delete']),
  ...marking('assignment', 'mark_assignments', ['insert', 'update', 'delete']),
  ...marking('leave', 'mark_leaves', ['insert', 'update', 'delete']),
  ...marking('calendar_exception', 'mark_calendars', ['insert', 'update', 'delete']),
  ...marking('calendar', 'mark_calendars', ['update']),
  ...marking('person', 'mark_persons', ['update']),
  ...marking('project', 'mark_projects', ['update']),
  // Notes, names and places of tasks move no date, so nobody waits to write them.
  `create trigger schedule_lock before insert or delete or update of scheduling, constraint_type, constraint_on,
     typed_due_on, duration_minutes, task_type, is_effort_driven, estimate_minutes, percent_complete,
     actual_start_on, calendar_id, is_milestone, parent_id, state, done_on, deleted_at, start_on, due_on
     on task for each statement execute function lock_schedule()`,
  ...['dependency', 'assignment', 'leave', 'calendar_exception', 'calendar'].map(
    (table) =>
      `create trigger schedule_lock before insert or update or delete on ${table}
         for each statement execute function lock_schedule()`,
  ),
  `create trigger schedule_lock before update of weekly_minutes, week_minutes on person
     for each statement execute function lock_schedule()`,
  `create trigger schedule_lock before update of start_on, end_on, calendar_id, schedule_from, status_on, deleted_at on project
     for each statement execute function lock_schedule()`,
];

function marking(table: string, work: string, actions: readonly string[]): string[] {
  const rows: Record<string, string> = {
    insert: 'new table as new_rows',
    update: 'old table as old_rows new table as new_rows',
    delete: 'old table as old_rows',
  };
  return actions.map(
    (action) => `create trigger schedule_${action} after ${action} on ${table}
       referencing ${rows[action] ?? ''} for each statement execute function ${work}()`,
  );
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(week).execute(db);
  await sql.raw(columns).execute(db);
  await sql.raw(marks).execute(db);
  for (const trigger of triggers) await sql.raw(trigger).execute(db);
}
