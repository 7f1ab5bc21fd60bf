import { type Kysely, sql } from 'kysely';

/** What was noted in the sale goes along with the project (B09). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table project add column notes text not null default ''`).execute(db);
}
