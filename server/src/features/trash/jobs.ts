import { trashDays } from '@evenkeel/contract/trash';
import type { ClientBase } from 'pg';
import { asHousekeeper, deleteTrashed } from '../../platform/db/housekeeping.ts';

/** Parts before wholes, so that what points to something goes first. */
const tables = [
  'time_entry',
  'task',
  'project',
  'deal',
  'kpi',
  'objective',
  'goal',
  'strategic_plan',
  'account',
  'person',
  'product',
  'template',
] as const;

/** Empties the trash of what has lain there for 30 days, and forgets yesterday's idempotency keys. */
export async function emptyTrash(client: ClientBase, now: Date): Promise<Record<string, number>> {
  const before = new Date(now.getTime() - trashDays * 24 * 60 * 60 * 1000);
  return asHousekeeper(client, async () => {
    const deleted: Record<string, number> = {};
    for (const table of tables) deleted[table] = await deleteTrashed(client, table, before);
    const keys = await client.query(
      `delete from idempotency where created_at < $1::timestamptz - interval '1 day'`,
      [now],
    );
    return { ...deleted, idempotency: keys.rowCount ?? 0 };
  });
}
