import { type Kysely, sql } from 'kysely';

/**
 * What a person was hired for, over time. The columns of `person` hold the present terms, from
 * `terms_since` on (null: from the beginning); `person_term` those before and those to come. Each fact
 * stands once: on its day a row to come changes places with the columns.
 */
const terms = `
create table person_term (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  person_id uuid not null,
  -- Null: from the beginning.
  valid_from date,
  weekly_minutes int not null check (weekly_minutes between 0 and 10080),
  week_minutes int[] check (week_minutes is null or cardinality(week_minutes) = 7),
  team_id uuid,
  role_id uuid,
  primary key (workspace_id, id),
  constraint person_term_day unique nulls not distinct (workspace_id, person_id, valid_from),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, role_id) references role (workspace_id, id)
);
select protect('person_term', 'person', 'person_id');

alter table person
  add column terms_since date,
  add column time_zone text check (length(time_zone) between 1 and 100),
  -- Whose holidays hold; null: those of the firm's calendar.
  add column calendar_id uuid,
  add constraint person_calendar foreign key (workspace_id, calendar_id)
    references calendar (workspace_id, id);
`;

/** Leave is asked for and decided on; only what is approved takes capacity. What stands was said by managers. */
const leave = `
alter table leave
  add column is_half boolean not null default false,
  add column state text not null default 'approved' check (state in ('requested', 'approved', 'refused')),
  add column requested_by uuid,
  add column decided_by uuid,
  add column decided_at timestamptz,
  add column reason text not null default '' check (length(reason) <= 300),
  add constraint leave_requested_by foreign key (workspace_id, requested_by)
    references member (workspace_id, id) on delete set null (requested_by),
  add constraint leave_decided_by foreign key (workspace_id, decided_by)
    references member (workspace_id, id) on delete set null (decided_by);
create index leave_requested on leave (workspace_id, start_on) where state = 'requested';

-- Country and region of a public holiday that was added from the list; null for the firm's own.
alter table calendar_exception add column public_place text check (length(public_place) <= 40);
`;

/** Terms and the calendar that somebody works by move their tasks, as the hours of a week always did. */
const marks = `
create or replace function mark_persons() returns trigger language plpgsql as $$
begin
  perform mark_people((select array_agg(n.id) from old_rows o join new_rows n using (workspace_id, id)
    where (o.weekly_minutes, o.week_minutes, o.terms_since, o.calendar_id)
      is distinct from (n.weekly_minutes, n.week_minutes, n.terms_since, n.calendar_id)));
  return null;
end $$;
drop trigger schedule_lock on person;
create trigger schedule_lock before update of weekly_minutes, week_minutes, terms_since, calendar_id on person
  for each statement execute function lock_schedule();
create trigger schedule_lock before insert or update or delete on person_term
  for each statement execute function lock_schedule();
create trigger schedule_insert after insert on person_term
  referencing new table as new_rows for each statement execute function mark_leaves();
create trigger schedule_update after update on person_term
  referencing old table as old_rows new table as new_rows for each statement execute function mark_leaves();
create trigger schedule_delete after delete on person_term
  referencing old table as old_rows for each statement execute function mark_leaves();
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(terms).execute(db);
  await sql.raw(leave).execute(db);
  await sql.raw(marks).execute(db);
}
