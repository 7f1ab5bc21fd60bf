import { type Kysely, sql } from 'kysely';

const record = `
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

/**
 * Quotes: each version of one is a row of its own under the same number. The contract of a deal holds
 * its terms; the day of signature stays where it was, on the deal, since "won and signed" is asked there.
 */
const quotes = `
create table quote (${record},
  deal_id uuid not null,
  year int not null,
  number int not null,
  revision int not null default 1,
  state text not null default 'draft' check (state in ('draft', 'sent', 'accepted', 'declined')),
  title text not null check (length(title) between 1 and 300),
  intro text not null default '',
  terms text not null default '',
  quoted_on date not null,
  valid_until date,
  discount int not null default 0 check (discount between 0 and 10000),
  decided_on date,
  decline_reason text not null default '',
  primary key (workspace_id, id),
  unique (workspace_id, year, number, revision),
  foreign key (workspace_id, deal_id) references deal (workspace_id, id) on delete cascade
);
create index quote_deal on quote (workspace_id, deal_id);
-- One quote of a deal is the one that was agreed.
create unique index quote_accepted on quote (workspace_id, deal_id) where state = 'accepted';
select protect('quote', 'deal', 'deal_id');

create table quote_line (${record},
  deal_id uuid not null,
  quote_id uuid not null,
  position int not null,
  kind text not null check (kind in ('hours', 'fixed')),
  description text not null check (length(description) between 1 and 300),
  role_id uuid,
  minutes int check (minutes > 0),
  rate bigint check (rate >= 0),
  quantity numeric check (quantity > 0),
  unit_price bigint check (unit_price >= 0),
  discount int not null default 0 check (discount between 0 and 10000),
  tax int not null default 0 check (tax between 0 and 10000),
  primary key (workspace_id, id),
  check (kind = 'fixed' or (role_id is not null and minutes is not null and rate is not null)),
  check (kind = 'hours' or (quantity is not null and unit_price is not null)),
  foreign key (workspace_id, quote_id) references quote (workspace_id, id) on delete cascade,
  foreign key (workspace_id, deal_id) references deal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, role_id) references role (workspace_id, id)
);
create index quote_line_quote on quote_line (workspace_id, quote_id, position);
select protect('quote_line', 'deal', 'deal_id');

create table contract (${record},
  deal_id uuid not null,
  quote_id uuid,
  terms text not null check (terms in ('fixed-price', 'time-and-materials', 'retainer')),
  value bigint check (value >= 0),
  start_on date,
  end_on date check (end_on >= start_on),
  reference text not null default '',
  notes text not null default '',
  primary key (workspace_id, id),
  unique (workspace_id, deal_id),
  foreign key (workspace_id, deal_id) references deal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, quote_id) references quote (workspace_id, id)
);
select protect('contract', 'deal', 'deal_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(quotes).execute(db);
}
