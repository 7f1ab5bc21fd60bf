import type { ClientBase } from 'pg';
import type { Database } from '../../platform/db/database.ts';
import { asHousekeeper } from '../../platform/db/housekeeping.ts';
import { type Scope, type SystemWorkspace, withSystemScope } from '../../platform/db/scope.ts';
import { tellOfChanges } from './changes/service.ts';
import { remindOfClashes, remindOfDue, remindOfDuties } from './service.ts';

/** Reminds of what is due and of what clashes, in every workspace; each is said once. */
export function remindEverywhere(
  client: ClientBase,
  database: Database,
  now: Date,
): Promise<number> {
  return everywhere(client, database, {
    where: `exists (select from task where workspace_id = workspace.id)
         or exists (select from allocation where workspace_id = workspace.id)`,
    work: async (scope) =>
      (await remindOfDue(scope)) + (await remindOfDuties(scope)) + (await remindOfClashes(scope)),
    now,
  });
}

/** Tells people of every workspace what changed about their work since the last time. */
export function tellEverywhere(client: ClientBase, database: Database, now: Date): Promise<number> {
  return everywhere(client, database, {
    where: `exists (select from change where workspace_id = workspace.id and id > coalesce(
      (select change_id from change_reading where workspace_id = workspace.id), 0))`,
    work: tellOfChanges,
    now,
  });
}

async function everywhere(
  client: ClientBase,
  database: Database,
  job: {
    readonly where: string;
    readonly work: (scope: Scope) => Promise<number>;
    readonly now: Date;
  },
): Promise<number> {
  const workspaces = await asHousekeeper(client, async () => {
    const found = await client.query<SystemWorkspace>(
      `select id, time_zone as "timeZone", currency from workspace
       where ${job.where} order by id limit 100000`,
    );
    return found.rows;
  });
  let told = 0;
  for (const workspace of workspaces) {
    told += await withSystemScope(database, workspace, job.work, {
      source: 'reminders',
      now: job.now,
    });
  }
  return told;
}
