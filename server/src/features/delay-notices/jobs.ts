import type { ProjectId } from '@evenkeel/core/id';
import type { ClientBase } from 'pg';
import type { Database } from '../../platform/db/database.ts';
import { asHousekeeper } from '../../platform/db/housekeeping.ts';
import { withSystemScope } from '../../platform/db/scope.ts';
import { reviewPromises } from './service.ts';

type Watched = Parameters<typeof withSystemScope>[1] & { readonly projectIds: ProjectId[] };

/**
 * Looks at promised days that come nearer while nobody touches the plan: what should be over and is not
 * slips, and its notice is drafted before the day. Each workspace is one transaction. Returns how many
 * projects were looked at.
 */
export async function watchPromises(
  client: ClientBase,
  database: Database,
  now: Date,
): Promise<number> {
  const workspaces = await asHousekeeper(client, async () => {
    const found = await client.query<Watched>(
      `select w.id, w.time_zone as "timeZone", w.currency, array_agg(distinct p.id) as "projectIds"
       from workspace w join project p on p.workspace_id = w.id and p.kind = 'client'
         and p.deleted_at is null and p.state in ('approved', 'executing')
       where exists (select from promise where promise.workspace_id = p.workspace_id
         and promise.project_id = p.id and promise.what = 'date')
       group by w.id, w.time_zone, w.currency order by w.id limit 100000`,
    );
    return found.rows;
  });
  let looked = 0;
  for (const { projectIds, ...workspace } of workspaces) {
    await withSystemScope(database, workspace, (scope) => reviewPromises(scope, projectIds), {
      source: 'promises',
      now,
    });
    looked += projectIds.length;
  }
  return looked;
}
