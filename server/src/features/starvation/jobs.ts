import type { ClientBase } from 'pg';
import type { Database } from '../../platform/db/database.ts';
import { asHousekeeper } from '../../platform/db/housekeeping.ts';
import { withSystemScope } from '../../platform/db/scope.ts';
import { warnOfStarvation } from './service.ts';

/**
 * Reckons in every workspace with promises which initiatives starve, and tells owner and managers of
 * those that are new. Returns how many are new.
 */
export async function warnEverywhere(
  client: ClientBase,
  database: Database,
  now: Date,
): Promise<number> {
  const workspaces = await asHousekeeper(client, async () => {
    const found = await client.query<Parameters<typeof withSystemScope>[1]>(
      `select id, time_zone as "timeZone", currency from workspace
       where exists (select from project where workspace_id = workspace.id
         and kind = 'initiative' and promised_weekly_minutes > 0)
       order by id limit 100000`,
    );
    return found.rows;
  });
  let warnings = 0;
  for (const workspace of workspaces) {
    warnings += await withSystemScope(database, workspace, warnOfStarvation, {
      source: 'starvation',
      now,
    });
  }
  return warnings;
}
