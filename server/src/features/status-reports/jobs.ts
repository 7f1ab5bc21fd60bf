import type { ClientBase } from 'pg';
import type { Database } from '../../platform/db/database.ts';
import { asHousekeeper } from '../../platform/db/housekeeping.ts';
import { withSystemScope } from '../../platform/db/scope.ts';
import { draftDueReports } from './service.ts';

/**
 * Drafts the reports whose weekday it is, by the day of each workspace: once a week for each project
 * whose portal is open, and none where a draft lies open. Returns how many.
 */
export async function draftReports(
  client: ClientBase,
  database: Database,
  now: Date,
): Promise<number> {
  const workspaces = await asHousekeeper(client, async () => {
    const found = await client.query<Parameters<typeof withSystemScope>[1]>(
      `select id, time_zone as "timeZone", currency from workspace
       where exists (select from project where workspace_id = workspace.id and portal_opened_at is not null)
       order by id limit 100000`,
    );
    return found.rows;
  });
  let drafted = 0;
  for (const workspace of workspaces) {
    const options = { source: 'status-report', now };
    drafted += await withSystemScope(database, workspace, draftDueReports, options);
  }
  return drafted;
}
