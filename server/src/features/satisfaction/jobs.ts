import type { ClientBase } from 'pg';
import type { Database } from '../../platform/db/database.ts';
import { asHousekeeper } from '../../platform/db/housekeeping.ts';
import { type SystemWorkspace, withSystemScope } from '../../platform/db/scope.ts';
import { askAndRemind } from './asking/service.ts';

/**
 * Asks client users about milestones that were reached and projects that are over, once each, and
 * reminds once of what was not answered. Safe to run at any time and on several servers. Returns how
 * many were written to.
 */
export async function askEverywhere(
  client: ClientBase,
  database: Database,
  now: Date,
): Promise<number> {
  const workspaces = await asHousekeeper(client, async () => {
    const found = await client.query<SystemWorkspace>(
      `select id, time_zone as "timeZone", currency from workspace
       where exists (select from project where workspace_id = workspace.id and portal_opened_at is not null)
       order by id limit 100000`,
    );
    return found.rows;
  });
  let written = 0;
  for (const workspace of workspaces) {
    const options = { source: 'satisfaction', now };
    written += await withSystemScope(database, workspace, askAndRemind, options);
  }
  return written;
}
