import type { ClientBase } from 'pg';
import { DatabaseError } from 'pg';

const foreignKeyViolation = '23503';
const atOnce = 500;

/**
 * Runs statements as the owner, over all workspaces, in one transaction: for housekeeping that no
 * request could do. What it deletes is recorded like any other change.
 */
export async function asHousekeeper<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query(
    `begin; set local evenkeel.maintenance = 'on'; set local evenkeel.source = 'housekeeping'`,
  );
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/**
 * Deletes rows of a table that lie in the trash since before `before`; those that something living
 * still points to stay. Returns how many went.
 */
export async function deleteTrashed(
  client: ClientBase,
  table: string,
  before: Date,
): Promise<number> {
  const name = client.escapeIdentifier(table);
  const { rows } = await client.query<{ workspace_id: string; id: string }>(
    `select workspace_id, id from ${name} where deleted_at < $1 order by deleted_at limit ${atOnce}`,
    [before],
  );
  let deleted = 0;
  for (const row of rows) {
    await client.query('savepoint one');
    try {
      await client.query(`delete from ${name} where workspace_id = $1 and id = $2`, [
        row.workspace_id,
        row.id,
      ]);
      deleted += 1;
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== foreignKeyViolation) throw error;
      await client.query('rollback to savepoint one');
    }
  }
  return deleted;
}

/**
 * Deletes rows that hang on a record (`subject_kind`, `subject_id`) which is gone for good. Returns
 * how many went.
 */
export async function deleteOrphans(client: ClientBase, table: string): Promise<number> {
  const name = client.escapeIdentifier(table);
  const { rows } = await client.query<{ kind: string; root: string }>(
    `select distinct subject_kind as kind, subject_root(subject_kind) as root from ${name}`,
  );
  let deleted = 0;
  for (const { kind, root } of rows) {
    const { rowCount } = await client.query(
      `delete from ${name} o where subject_kind = $1 and not exists (
         select from ${client.escapeIdentifier(root)} x
         where x.workspace_id = o.workspace_id and x.id = o.subject_id)`,
      [kind],
    );
    deleted += rowCount ?? 0;
  }
  return deleted;
}
