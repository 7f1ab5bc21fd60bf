import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/**
 * Why deals are decided as a list, so that it can be counted; what was written as text so far becomes
 * part of the list. When the next step is due, when a deal was last touched, what wins it (CR-14), and
 * what hangs on it: product lines, who decides with what part, competitors (CR-16).
 */
const depth = `
create table deal_reason (${record},
  outcome text not null check (outcome in ('won', 'lost')),
  name text not null check (length(name) between 1 and 200),
  is_retired boolean not null default false,
  primary key (workspace_id, id)
);
create unique index deal_reason_name on deal_reason (workspace_id, outcome, lower(name));
select protect('deal_reason', 'deal_reason');

alter table deal add column next_step_on date;
alter table deal add column touched_on date;
alter table deal add column reason_id uuid;
alter table deal add column contest text check (contest in ('goal-led', 'initiative-led'));
alter table deal add foreign key (workspace_id, reason_id) references deal_reason (workspace_id, id);

set local evenkeel.maintenance = 'on';
insert into deal_reason (workspace_id, id, outcome, name)
  select w.id, gen_random_uuid(), r.outcome, r.name from workspace w, (values
    ('won', 'Trust and references'), ('won', 'Best approach'), ('won', 'Price'), ('won', 'Knew us already'),
    ('lost', 'Price'), ('lost', 'Went with another firm'), ('lost', 'No budget'), ('lost', 'Postponed'),
    ('lost', 'Did it themselves'), ('lost', 'No decision')) r (outcome, name);
insert into deal_reason (workspace_id, id, outcome, name)
  select distinct on (workspace_id, lower(trim(lost_reason)))
    workspace_id, gen_random_uuid(), 'lost', trim(lost_reason)
  from deal where length(trim(lost_reason)) between 1 and 100
  on conflict do nothing;
update deal set reason_id = r.id, lost_reason = null
  from deal_reason r
  where r.workspace_id = deal.workspace_id and r.outcome = 'lost'
    and lower(r.name) = lower(trim(deal.lost_reason));
set local evenkeel.maintenance = 'off';

create table deal_line (${record},
  deal_id uuid not null,
  position int not null,
  product_id uuid,
  name text not null check (length(name) between 1 and 300),
  quantity numeric not null check (quantity > 0),
  unit_price bigint not null check (unit_price >= 0),
  primary key (workspace_id, id),
  foreign key (workspace_id, deal_id) references deal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, product_id) references product (workspace_id, id)
);
create index deal_line_deal on deal_line (workspace_id, deal_id, position);
select protect('deal_line', 'deal', 'deal_id');

create table deal_stakeholder (${record},
  deal_id uuid not null,
  contact_id uuid not null,
  part text not null check (part in ('decides', 'pays', 'influences', 'uses', 'supports', 'blocks')),
  note text not null default '',
  primary key (workspace_id, id),
  unique (workspace_id, deal_id, contact_id),
  foreign key (workspace_id, deal_id) references deal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade
);
create index deal_stakeholder_contact on deal_stakeholder (workspace_id, contact_id);
select protect('deal_stakeholder', 'deal', 'deal_id');

create table deal_competitor (${record},
  deal_id uuid not null,
  position int not null,
  name text not null check (length(name) between 1 and 200),
  feature text check (feature in ('ahead', 'level', 'behind')),
  function text check (function in ('ahead', 'level', 'behind')),
  price text check (price in ('ahead', 'level', 'behind')),
  performance text check (performance in ('ahead', 'level', 'behind')),
  note text not null default '',
  primary key (workspace_id, id),
  foreign key (workspace_id, deal_id) references deal (workspace_id, id) on delete cascade
);
create index deal_competitor_deal on deal_competitor (workspace_id, deal_id, position);
select protect('deal_competitor', 'deal', 'deal_id');

alter table import add column hand_offs_from date;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(depth).execute(db);
}
