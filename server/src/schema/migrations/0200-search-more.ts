import { type Kysely, sql } from 'kysely';

/** Tables that came while search by name was made; later ones say `make_searchable` in their own. */
const more = `
select make_searchable(name) from unnest(array['kpi', 'contact']) name;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(more).execute(db);
}
