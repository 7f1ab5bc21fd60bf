import { type Kysely, sql } from 'kysely';

/**
 * Whose the days of a delay notice are: ours, theirs, neither, in working days (B15). Null on notices
 * that were drafted before; theirs follow from the causes alone.
 */
const sides = `
alter table delay_notice add column sides jsonb;
grant select (sides) on delay_notice to evenkeel_client;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(sides).execute(db);
}
