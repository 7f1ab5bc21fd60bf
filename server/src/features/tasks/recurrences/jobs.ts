import type { ClientBase } from 'pg';
import type { Database } from '../../../platform/db/database.ts';
import { asHousekeeper } from '../../../platform/db/housekeeping.ts';
import { withSystemScope } from '../../../platform/db/scope.ts';
import { makeAllDue } from './service.ts';

/**
 * Makes the recurring tasks that are due in every workspace, by the day it is there at that moment.
 * Often enough that a new day begins with its tasks in every time zone; safe on several servers.
 */
export async function makeRecurringTasks(
  client: ClientBase,
  database: Database,
  now: Date,
): Promise<number> {
  const workspaces = await asHousekeeper(client, async () => {
    const found = await client.query<Parameters<typeof withSystemScope>[1]>(
      `select id, time_zone as "timeZone", currency from workspace
       where exists (select from recurrence where workspace_id = workspace.id and state = 'active')
       order by id limit 100000`,
    );
    return found.rows;
  });
  let made = 0;
  for (const workspace of workspaces) {
    const options = { source: 'recurrence', now };
    made += await withSystemScope(database, workspace, makeAllDue, options);
  }
  return made;
}
