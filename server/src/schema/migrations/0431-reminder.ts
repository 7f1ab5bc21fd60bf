import { type Kysely, sql } from 'kysely';

/**
 * Up to which change people have been told what touches their work. The change record is the one
 * source of what happened (PM-17); this is where the reading of it stands.
 */
const reminder = `
create table change_reading (
  workspace_id uuid not null references workspace (id) on delete cascade,
  change_id bigint not null,
  primary key (workspace_id)
);
select protect('change_reading');
grant select, insert, update on change_reading to evenkeel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(reminder).execute(db);
}
