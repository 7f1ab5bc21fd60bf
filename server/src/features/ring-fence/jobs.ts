import type { ClientBase } from 'pg';
import type { Database } from '../../platform/db/database.ts';
import { asHousekeeper } from '../../platform/db/housekeeping.ts';
import { withSystemScope } from '../../platform/db/scope.ts';
import { settleReserve } from './service.ts';

/**
 * Brings every workspace's ledger to what capacity and allocations say: what changed by itself (a
 * leave, new hours, a month further ahead) is booked on the day it is noticed. Returns how many lines.
 */
export async function settleReserves(
  client: ClientBase,
  database: Database,
  now: Date,
): Promise<number> {
  const workspaces = await asHousekeeper(client, async () => {
    const found = await client.query<Parameters<typeof withSystemScope>[1]>(
      `select id, time_zone as "timeZone", currency from workspace
       where exists (select from ring_fence where workspace_id = workspace.id)
       order by id limit 100000`,
    );
    return found.rows;
  });
  let lines = 0;
  for (const workspace of workspaces) {
    const options = { source: 'ring-fence', now };
    lines += await withSystemScope(database, workspace, settleReserve, options);
  }
  return lines;
}
