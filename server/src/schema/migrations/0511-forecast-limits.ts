import { type Kysely, sql } from 'kysely';

/** Whether the forecast asked for counts people's limits (PM-08, U14). */
const limits = `
alter table forecast add column is_levelled boolean not null default false;
update forecast set result = result || '{"isLevelled": false, "unlimited": null}' where result is not null;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(limits).execute(db);
}
