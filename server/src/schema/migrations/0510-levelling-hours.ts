import { type Kysely, sql } from 'kysely';

/** Levelling by the hours of each day: work that lies behind the last day of one of its people is said. */
const gaps = `
alter table levelling_proposal drop constraint levelling_proposal_gap_check;
alter table levelling_proposal add constraint levelling_proposal_gap_check
  check (gap in ('no-estimate', 'nobody', 'person-leaves'));
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(gaps).execute(db);
}
