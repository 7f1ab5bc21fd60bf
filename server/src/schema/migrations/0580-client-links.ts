import { type Kysely, sql } from 'kysely';

/** A client sees which of the steps they see wait for which (U15): links with both ends visible. */
const links = `
select show_to_clients('dependency', array['id', 'project_id', 'predecessor_id', 'successor_id', 'type'], $$
  exists (select from task t
    where t.workspace_id = dependency.workspace_id and t.id = dependency.predecessor_id)
  and exists (select from task t
    where t.workspace_id = dependency.workspace_id and t.id = dependency.successor_id)$$);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(links).execute(db);
}
