import { type Kysely, sql } from 'kysely';

/** Actions and insights are found by name like everything else. */
const more = `
select make_searchable(name) from unnest(array['action', 'insight']) name;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(more).execute(db);
}
