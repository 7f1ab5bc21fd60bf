import { type Kysely, sql } from 'kysely';

/** A client may ask why a date is what it is: what each told day stands on (B10). */
const sources = `
grant select (source_kind, source_id) on promise to evenkeel_client;
-- With the sides of delay notices, which were granted just before.
select note_rights_of_clients();
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(sources).execute(db);
}
