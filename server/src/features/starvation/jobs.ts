import type { ClientBase } from 'pg';
import type { Database } from '../../platform/db/database.ts';
import { asHousekeeper } from '../../platform/db/housekeeping.ts';
import { withSystemScope } from '../../platform/db/scope.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { warnOfStarvation } from './service.ts';

/** Where letters go through, and where their links lead. */
export type Told = { readonly mailer: Mailer; readonly publicUrl: string };

/**
 * Reckons in every workspace with promises which initiatives starve, and writes to owner and managers
 * of those that are new; letter and warning are one transaction. Returns how many are new.
 */
export async function warnEverywhere(
  client: ClientBase,
  database: Database,
  { now, told }: { readonly now: Date; readonly told: Told },
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
    warnings += await withSystemScope(
      database,
      workspace,
      (scope) =>
        warnOfStarvation(scope, {
          publicUrl: told.publicUrl,
          post: (letter) => told.mailer.post(scope.tx, letter),
        }),
      { source: 'starvation', now },
    );
  }
  return warnings;
}
