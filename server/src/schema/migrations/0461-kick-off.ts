import { type Kysely, sql } from 'kysely';

/**
 * The kick-off plan of a client project: before, during and after its meeting (PM-19). What another
 * record knows is not kept here: an item is done with the working agreement, with the meeting, or, on
 * the client's side, with the client duty that it was asked by.
 */
const kickOff = `
create table kick_off_item (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  project_id uuid not null,
  phase text not null check (phase in ('before', 'during', 'after')),
  position double precision not null,
  name text not null check (length(name) between 1 and 300),
  side text not null default 'ours' check (side in ('ours', 'client')),
  proof text not null default 'hand' check (proof in ('hand', 'agreement', 'meeting')),
  person_id uuid,
  meeting_id uuid,
  duty_id uuid,
  due_on date,
  done_on date,
  is_client_visible boolean not null default false,
  primary key (workspace_id, id),
  check (side = 'client' or duty_id is null),
  check (proof = 'meeting' or meeting_id is null),
  check (proof = 'hand' or done_on is null),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete set null (person_id),
  foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete set null (meeting_id),
  foreign key (workspace_id, duty_id) references client_duty (workspace_id, id) on delete set null (duty_id)
);
create index kick_off_item_project on kick_off_item (workspace_id, project_id, position);
create index kick_off_item_person on kick_off_item (workspace_id, person_id) where person_id is not null;
create index kick_off_item_meeting on kick_off_item (workspace_id, meeting_id) where meeting_id is not null;
create index kick_off_item_duty on kick_off_item (workspace_id, duty_id) where duty_id is not null;
select protect('kick_off_item', 'project', 'project_id');
-- Never our own due day: a day that a client is told is a promise, and is told as one.
select show_to_clients('kick_off_item', array['id', 'project_id', 'phase', 'position', 'name', 'side', 'proof',
    'person_id', 'meeting_id', 'duty_id', 'done_on', 'is_client_visible'], $$
  is_client_visible and exists (select from project p
    where p.workspace_id = kick_off_item.workspace_id and p.id = kick_off_item.project_id)$$);
`;

/** What the register of stakeholders adds to the people who came over with a deal (CL-13, CL-22). */
const stakeholders = `
alter table project_contact
  add column influence text not null default 'low' check (influence in ('high', 'low')),
  add column interest text not null default 'high' check (interest in ('high', 'low')),
  add column needs text not null default '' check (length(needs) <= 2000),
  -- Null: as the contact likes to be reached.
  add column channel text check (channel in ('email', 'phone', 'video', 'meeting', 'message', 'post')),
  add column every_days int check (every_days between 1 and 366),
  add column interpreter text not null default '' check (length(interpreter) <= 500);
update project_contact set
  influence = case when part in ('decides', 'pays', 'blocks') then 'high' else 'low' end,
  interest = case when part in ('decides', 'uses', 'supports') then 'high' else 'low' end;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(kickOff).execute(db);
  await sql.raw(stakeholders).execute(db);
}
