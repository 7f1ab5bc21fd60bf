import type { ClientBase } from 'pg';
import type { Database } from '../../../platform/db/database.ts';
import { asHousekeeper } from '../../../platform/db/housekeeping.ts';
import { withSystemScope } from '../../../platform/db/scope.ts';
import { settleDue } from './service.ts';

/** Lets terms that have begun be the present ones, by the day it is in each workspace. */
export async function beginTerms(
  client: ClientBase,
  database: Database,
  now: Date,
): Promise<number> {
  const workspaces = await asHousekeeper(client, async () => {
    const found = await client.query<Parameters<typeof withSystemScope>[1]>(
      `select id, time_zone as "timeZone", currency from workspace
       where exists (select from person_term t join person p
           on p.workspace_id = t.workspace_id and p.id = t.person_id
         where t.workspace_id = workspace.id and t.valid_from > coalesce(p.terms_since, '-infinity')
           and t.valid_from <= ($1::timestamptz at time zone workspace.time_zone)::date)
       order by id limit 100000`,
      [now],
    );
    return found.rows;
  });
  let begun = 0;
  for (const workspace of workspaces) {
    begun += await withSystemScope(database, workspace, settleDue, { source: 'terms', now });
  }
  return begun;
}
