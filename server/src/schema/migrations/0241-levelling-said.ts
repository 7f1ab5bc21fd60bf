import { type Kysely, sql } from 'kysely';

/**
 * What people had said of a task's days when a run read it, what accepting wrote, and for when it was
 * wanted. Days that only
 * follow from other tasks move by themselves, and are not somebody's change.
 */
const said = `
alter table levelling_proposal
  add column seen jsonb,
  add column written jsonb,
  add column deadline_on date;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(said).execute(db);
}
