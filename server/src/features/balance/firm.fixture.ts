import type { WorkspaceId } from '@evenkeel/core/id';
import type pg from 'pg';
import { newId } from '../../platform/ids.ts';
import { asOwner } from '../../test/factories.ts';

/** Ids of what `createFirm` made, by name. */
export type FirmIds = Readonly<Record<string, string>>;

/** A row of a table; `as` is the name under which others refer to it as `@name`. */
export type FirmRow = { readonly table: string; readonly as: string } & Readonly<
  Record<string, unknown>
>;

/**
 * Writes rows past the API, as a firm with a history has them, and returns their ids by name.
 * A value `@Ada` becomes the id of the row that was made as `Ada`.
 */
export async function createFirm(
  ownerUrl: string,
  workspaceId: WorkspaceId,
  rows: readonly FirmRow[],
): Promise<FirmIds> {
  return asOwner(ownerUrl, async (client) => {
    const ids: Record<string, string> = await existing(client, workspaceId);
    for (const { table, as, ...columns } of rows) {
      const id = newId<never>();
      ids[as] = id;
      await insert(client, table, { workspace_id: workspaceId, id, ...resolved(columns, ids) });
    }
    return ids;
  });
}

/** Roles and stages of a new workspace bear their own names. */
async function existing(client: pg.Client, workspaceId: WorkspaceId) {
  const { rows } = await client.query<{ name: string; id: string }>(
    `select name, id from role where workspace_id = $1
     union all select name, id from stage where workspace_id = $1`,
    [workspaceId],
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.id]));
}

function resolved(columns: Record<string, unknown>, ids: FirmIds): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => {
      const isName = typeof value === 'string' && value.startsWith('@');
      const id = isName ? ids[value.slice(1)] : undefined;
      if (isName && id === undefined) throw new Error(`nothing was made as ${value}`);
      return [name, id ?? value];
    }),
  );
}

async function insert(client: pg.Client, table: string, row: Record<string, unknown>) {
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`);
  await client.query(
    `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  );
}
