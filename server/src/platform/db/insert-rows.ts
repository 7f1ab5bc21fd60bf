import { sql } from 'kysely';
import type { Scope } from './scope.ts';

const rowsAtOnce = 2_000;

/**
 * Inserts many rows of one shape with a few statements: each sends its rows as one JSON document,
 * which the database turns into columns by the table's own types. `workspace_id` is added.
 */
export async function insertRows(
  scope: Scope,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = sql.join(['workspace_id', ...Object.keys(first)].map((name) => sql.ref(name)));
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const part = rows
      .slice(start, start + rowsAtOnce)
      .map((row) => ({ workspace_id: scope.workspaceId, ...row }));
    await sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(part)}::jsonb)
    `.execute(scope.tx);
  }
}
