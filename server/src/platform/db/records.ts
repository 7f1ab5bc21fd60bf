import { sql, type Updateable } from 'kysely';
import type { Tables } from '../../schema/tables.ts';
import type { Scope } from './scope.ts';
import { versioned } from './versioned.ts';

/** Tables whose rows count their versions and go to the trash before they go. */
export type RecordTable = {
  [Table in keyof Tables]: Tables[Table] extends { version: unknown; deleted_at: unknown }
    ? Table
    : never;
}[keyof Tables];

/**
 * Changes a record on the version the caller saw. Throws `stale-version` when it has moved on or
 * lies in the trash, `not-found` when there is none.
 */
export async function updateRecord<Table extends RecordTable>(
  scope: Scope,
  table: Table,
  { id, version }: { readonly id: string; readonly version: number },
  columns: Updateable<Tables[Table]>,
): Promise<void> {
  const changes = Object.entries(columns).map(
    ([column, value]) => sql`${sql.ref(column)} = ${value}`,
  );
  const { rows } = await sql<{ id: string }>`
    update ${sql.table(table)} set ${sql.join([...changes, sql`updated_at = now()`])}
    where id = ${id} and version = ${version} and deleted_at is null returning id`.execute(
    scope.tx,
  );
  await versioned(rows[0], async () => {
    const found = await sql`select from ${sql.table(table)} where id = ${id}`.execute(scope.tx);
    return found.rows.length > 0;
  });
}

/** Moves a record into the trash or out of it. Whether there was one to move. */
export async function setDeleted(
  scope: Scope,
  table: RecordTable,
  id: string,
  isDeleted: boolean,
): Promise<boolean> {
  const { rows } = await sql`
    update ${sql.table(table)} set deleted_at = ${isDeleted ? scope.now : null}
    where id = ${id} and deleted_at is ${isDeleted ? sql`null` : sql`not null`} returning id`.execute(
    scope.tx,
  );
  return rows.length > 0;
}
