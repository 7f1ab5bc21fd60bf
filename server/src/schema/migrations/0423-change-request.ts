import { type Kysely, sql } from 'kysely';

/**
 * Change requests of either side (CR-20): the work they add, the effect that was computed and sent, and
 * what the client was shown of it. What was sent stays as it was sent.
 */
const change = `
create table change_request (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  project_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  wanted text not null default '' check (length(wanted) <= 20000),
  side text not null check (side in ('ours', 'theirs')),
  asked_by uuid not null,
  asked_name text not null,
  state text not null default 'requested'
    check (state in ('requested', 'sent', 'accepted', 'declined', 'refused', 'withdrawn')),
  state_since timestamptz not null default now(),
  work jsonb not null default '[]',
  -- A price that somebody set in place of that by the rate card, in minor units.
  given_price bigint check (given_price >= 0),
  effect jsonb,
  shown jsonb,
  sent_at timestamptz,
  -- Why it came back to be worked out anew: what was no longer as it was shown.
  stale_reasons jsonb not null default '[]',
  decided_at timestamptz,
  decided_by uuid,
  decided_name text not null default '',
  reason text not null default '' check (length(reason) <= 5000),
  primary key (workspace_id, id),
  check ((state in ('sent', 'accepted', 'declined')) <= (effect is not null and shown is not null)),
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
  foreign key (workspace_id, asked_by) references member (workspace_id, id),
  foreign key (workspace_id, decided_by) references member (workspace_id, id)
);
create index change_request_project on change_request (workspace_id, project_id);
select protect('change_request', 'change_request');

-- The client sees what they asked for, and what was sent; of the effect only what was made to be shown.
select show_to_clients('change_request', array['id', 'version', 'created_at', 'project_id', 'name', 'wanted', 'side',
    'asked_by', 'asked_name', 'state', 'state_since', 'shown', 'sent_at', 'decided_at', 'decided_name', 'reason'], $$
  (side = 'theirs' or sent_at is not null) and exists (select from project p
    where p.workspace_id = change_request.workspace_id and p.id = change_request.project_id)$$);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(change).execute(db);
}
