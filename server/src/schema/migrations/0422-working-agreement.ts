import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/**
 * Working agreements with their acknowledgements (CL-02, CL-12). What was put before the client says for
 * ever what it said: a change is a new version, which both sides acknowledge anew.
 */
const agreement = `
create table working_agreement (${record},
  project_id uuid not null,
  number int not null check (number > 0),
  state text not null default 'draft' check (state in ('draft', 'proposed', 'agreed', 'replaced')),
  content jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  proposed_at timestamptz,
  proposed_by uuid,
  agreed_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, project_id, number),
  check ((state = 'draft') = (proposed_at is null)),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, proposed_by) references member (workspace_id, id)
);
create unique index working_agreement_draft on working_agreement (workspace_id, project_id) where state = 'draft';
create unique index working_agreement_current on working_agreement (workspace_id, project_id)
  where state in ('proposed', 'agreed');
select protect('working_agreement', 'working_agreement');

create table acknowledgement (${record},
  agreement_id uuid not null,
  side text not null check (side in ('ours', 'theirs')),
  member_id uuid not null,
  name text not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  acknowledged_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, agreement_id, side, member_id),
  foreign key (workspace_id, agreement_id) references working_agreement (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
select protect('acknowledgement', 'working_agreement', 'agreement_id');
-- What somebody has acknowledged is not taken back or changed.
revoke update, delete on acknowledgement from evenkeel_app;

create function keep_proposed() returns trigger language plpgsql as $$
begin
  if current_setting('evenkeel.maintenance', true) = 'on' or old.state = 'draft' then return coalesce(new, old); end if;
  if (tg_op = 'DELETE' and exists (select from project p where p.workspace_id = old.workspace_id and p.id = old.project_id))
    or (tg_op = 'UPDATE' and (new.content, new.content_hash, new.number, new.project_id, new.proposed_at)
      is distinct from (old.content, old.content_hash, old.number, old.project_id, old.proposed_at)) then
    raise exception 'An agreement that was proposed stays as it is; write a new version.' using errcode = '55000';
  end if;
  return coalesce(new, old);
end $$;
create trigger kept before update or delete on working_agreement for each row execute function keep_proposed();

select show_to_clients('working_agreement', array['id', 'project_id', 'number', 'state', 'content', 'content_hash',
    'proposed_at', 'agreed_at'], $$
  state in ('proposed', 'agreed') and exists (select from project p
    where p.workspace_id = working_agreement.workspace_id and p.id = working_agreement.project_id)$$);
select show_to_clients('acknowledgement', array['id', 'agreement_id', 'side', 'member_id', 'name', 'content_hash',
    'acknowledged_at'], $$
  exists (select from working_agreement w
    where w.workspace_id = acknowledgement.workspace_id and w.id = acknowledgement.agreement_id)$$);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(agreement).execute(db);
}
