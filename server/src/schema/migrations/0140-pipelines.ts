import { type Kysely, sql } from 'kysely';

/**
 * Several pipelines, each with stages of its own. The stages of a workspace that stands already become
 * those of its one pipeline. An open stage says after how many days without a move a deal in it has
 * gone quiet; three weeks unless somebody says otherwise.
 */
const pipelines = `
create table pipeline (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text not null check (length(name) between 1 and 100),
  position int not null,
  is_default boolean not null default false,
  primary key (workspace_id, id)
);
create unique index pipeline_name on pipeline (workspace_id, lower(name));
create unique index pipeline_default on pipeline (workspace_id) where is_default;
select protect('pipeline', 'pipeline');

set local evenkeel.maintenance = 'on';
insert into pipeline (workspace_id, id, name, position, is_default)
  select id, gen_random_uuid(), 'Sales', 0, true from workspace;
alter table stage add column pipeline_id uuid;
alter table stage add column quiet_after_days int check (quiet_after_days between 1 and 3650);
update stage set pipeline_id = pipeline.id,
    quiet_after_days = case when outcome = 'open' then 21 end
  from pipeline where pipeline.workspace_id = stage.workspace_id;
set local evenkeel.maintenance = 'off';

alter table stage alter column pipeline_id set not null;
alter table stage add foreign key (workspace_id, pipeline_id) references pipeline (workspace_id, id);
drop index stage_name;
create unique index stage_name on stage (workspace_id, pipeline_id, lower(name));
create index deal_product on deal (workspace_id, product_id);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(pipelines).execute(db);
}
