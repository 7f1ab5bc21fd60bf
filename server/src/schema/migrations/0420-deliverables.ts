import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/**
 * What is asked of the client, as tasks on their side (CL-05, B15), and deliverables with their versions
 * and approvals (PM-20, CL-25).
 *
 * `state_since` is written with each state, so that the change record holds when the ball changed hands:
 * the two-sided clock reads it there.
 */
const working = `
create table client_duty (${record},
  project_id uuid not null,
  task_id uuid not null,
  kind text not null check (kind in ('input', 'access', 'approval')),
  contact_id uuid not null,
  due_on date not null,
  details text not null default '' check (length(details) <= 20000),
  state text not null default 'asked'
    check (state in ('asked', 'answered', 'paused', 'confirmed', 'withdrawn')),
  state_since timestamptz not null default now(),
  answer text not null default '' check (length(answer) <= 20000),
  answered_at timestamptz,
  answered_by uuid,
  sent_back_reason text not null default '' check (length(sent_back_reason) <= 2000),
  reminded_day int,
  primary key (workspace_id, id),
  unique (workspace_id, task_id),
  foreign key (workspace_id, project_id, task_id) references task (workspace_id, project_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contact (workspace_id, id),
  foreign key (workspace_id, answered_by) references member (workspace_id, id)
);
create index client_duty_project on client_duty (workspace_id, project_id);
create index client_duty_contact on client_duty (workspace_id, contact_id);
select protect('client_duty', 'project', 'project_id');

create table deliverable (${record},
  project_id uuid not null,
  milestone_id uuid,
  name text not null check (length(name) between 1 and 300),
  description text not null default '' check (length(description) <= 20000),
  state text not null default 'draft' check (state in ('draft', 'asked', 'rejected', 'approved')),
  state_since timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, project_id, milestone_id) references task (workspace_id, project_id, id)
    on delete set null (milestone_id)
);
create index deliverable_project on deliverable (workspace_id, project_id);
create index deliverable_milestone on deliverable (workspace_id, milestone_id) where milestone_id is not null;
select protect('deliverable', 'deliverable');

create table deliverable_version (${record},
  deliverable_id uuid not null,
  number int not null check (number > 0),
  note text not null default '' check (length(note) <= 20000),
  state text not null default 'draft'
    check (state in ('draft', 'asked', 'rejected', 'approved', 'withdrawn')),
  asked_at timestamptz,
  asked_by uuid,
  due_on date,
  decided_at timestamptz,
  -- SHA-256 over the names and hashes of its files, as they were when approval was asked.
  manifest_hash text check (manifest_hash ~ '^[0-9a-f]{64}$'),
  primary key (workspace_id, id),
  unique (workspace_id, deliverable_id, number),
  unique (workspace_id, deliverable_id, id),
  check ((state = 'draft') = (asked_at is null)),
  foreign key (workspace_id, deliverable_id) references deliverable (workspace_id, id) on delete cascade,
  foreign key (workspace_id, asked_by) references member (workspace_id, id)
);
select protect('deliverable_version', 'deliverable', 'deliverable_id');

create table deliverable_file (${record},
  deliverable_id uuid not null,
  version_id uuid not null,
  file_id uuid not null,
  name text not null,
  byte_size int not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (workspace_id, id),
  unique (workspace_id, version_id, file_id),
  foreign key (workspace_id, deliverable_id, version_id)
    references deliverable_version (workspace_id, deliverable_id, id) on delete cascade,
  foreign key (workspace_id, file_id) references file (workspace_id, id)
);
create index deliverable_file_file on deliverable_file (workspace_id, file_id);
select protect('deliverable_file', 'deliverable', 'deliverable_id');

create table approval (${record},
  deliverable_id uuid not null,
  version_id uuid not null,
  contact_id uuid not null,
  duty_id uuid,
  decision text check (decision in ('approved', 'rejected')),
  reason text not null default '' check (length(reason) <= 5000),
  decided_at timestamptz,
  decided_by uuid,
  -- Who it was, as they were called on that day.
  decided_name text not null default '',
  manifest_hash text check (manifest_hash ~ '^[0-9a-f]{64}$'),
  -- The task on our side that a rejection made.
  task_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, version_id, contact_id),
  check ((decision is null) = (decided_at is null)),
  check (decision is null or manifest_hash is not null),
  check (decision is distinct from 'rejected' or length(reason) > 0),
  foreign key (workspace_id, deliverable_id, version_id)
    references deliverable_version (workspace_id, deliverable_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contact (workspace_id, id),
  foreign key (workspace_id, duty_id) references client_duty (workspace_id, id) on delete set null (duty_id),
  foreign key (workspace_id, task_id) references task (workspace_id, id) on delete set null (task_id),
  foreign key (workspace_id, decided_by) references member (workspace_id, id)
);
create index approval_contact on approval (workspace_id, contact_id);
create index approval_duty on approval (workspace_id, duty_id) where duty_id is not null;
select protect('approval', 'deliverable', 'deliverable_id');
`;

/**
 * What the client has approved stays as it was approved: the version, its files with their bytes, and
 * what each contact said. It goes only when the whole project goes.
 */
const locks = `
create function is_locked_version(workspace uuid, wanted uuid) returns boolean language sql stable as $$
  select exists (select from deliverable_version v where v.workspace_id = workspace and v.id = wanted
    and v.state = 'approved');
$$;
create function is_locked_content(workspace uuid, wanted uuid) returns boolean language sql stable as $$
  select exists (select from file f
    join deliverable_file d on d.workspace_id = f.workspace_id and d.file_id = f.id
    join deliverable_version v on v.workspace_id = d.workspace_id and v.id = d.version_id
    where f.workspace_id = workspace and f.content_id = wanted and v.state = 'approved');
$$;

create function keep_approved() returns trigger language plpgsql as $$
declare
  kept boolean;
begin
  if current_setting('evenkeel.maintenance', true) = 'on' then return coalesce(new, old); end if;
  if tg_table_name = 'deliverable' then
    kept := old.state = 'approved' and exists (select from project p
      where p.workspace_id = old.workspace_id and p.id = old.project_id);
  elsif tg_table_name = 'deliverable_version' then
    kept := old.state = 'approved' and exists (select from deliverable d
      where d.workspace_id = old.workspace_id and d.id = old.deliverable_id);
  elsif tg_table_name = 'deliverable_file' then
    kept := is_locked_version(coalesce(new.workspace_id, old.workspace_id), coalesce(new.version_id, old.version_id))
      or (old is not null and is_locked_version(old.workspace_id, old.version_id));
  elsif tg_table_name = 'approval' then
    -- The task that a rejection made may go, and contacts become one; what was said stays.
    kept := case
      when tg_op = 'INSERT' then is_locked_version(new.workspace_id, new.version_id)
      when tg_op = 'DELETE' then old.decision is not null and exists (select from deliverable_version v
        where v.workspace_id = old.workspace_id and v.id = old.version_id)
      else old.decision is not null and (new.decision, new.reason, new.decided_at, new.decided_by, new.decided_name,
          new.manifest_hash, new.version_id)
        is distinct from (old.decision, old.reason, old.decided_at, old.decided_by, old.decided_name,
          old.manifest_hash, old.version_id) end;
  elsif tg_table_name = 'file' then
    kept := is_locked_content(old.workspace_id, old.content_id) and exists (select from deliverable_file d
        where d.workspace_id = old.workspace_id and d.file_id = old.id)
      and (tg_op = 'DELETE' or (new.content_id, new.name, new.deleted_at, new.subject_kind, new.subject_id)
        is distinct from (old.content_id, old.name, old.deleted_at, old.subject_kind, old.subject_id));
  else
    kept := is_locked_content(old.workspace_id, old.content_id);
  end if;
  if kept then
    raise exception 'What the client has approved stays as it was approved.' using errcode = '55000';
  end if;
  return coalesce(new, old);
end $$;
create trigger kept before delete on deliverable for each row execute function keep_approved();
create trigger kept before update or delete on deliverable_version for each row execute function keep_approved();
create trigger kept before insert or update or delete on deliverable_file for each row execute function keep_approved();
create trigger kept before insert or update or delete on approval for each row execute function keep_approved();
create trigger kept before update or delete on file for each row execute function keep_approved();
create trigger kept before update or delete on file_part for each row execute function keep_approved();
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(working).execute(db);
  await sql.raw(locks).execute(db);
}
