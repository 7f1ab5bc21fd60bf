import type { Id, NotificationId, WorkspaceId } from '@evenkeel/core/id';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import type { Database } from '../../platform/db/database.ts';
import { asHousekeeper } from '../../platform/db/housekeeping.ts';
import { type Scope, type SystemWorkspace, withSystemScope } from '../../platform/db/scope.ts';
import type { Platform } from '../../platform/http/implement.ts';
import type { AskedJob } from '../../platform/jobs/worker.ts';
import { deliverDigests, deliverNow, type Post } from './delivery/service.ts';
import { deliverLetters, letterDeliveryName } from './letters/service.ts';
import { deliveryName } from './lines/service.ts';

const payloadSchema = z.object({
  workspace: z.object({ id: z.uuid(), timeZone: z.string(), currency: z.string() }),
  ids: z.array(z.uuid()),
});

/** Mails what cannot wait for a digest, each notification once. */
export function deliveryJob(platform: Platform, post: Post): AskedJob {
  return mailingJob(platform, deliveryName, (scope, ids) =>
    // Queued under this name by `deliver`.
    deliverNow(scope, ids as NotificationId[], post),
  );
}

/** Mails letters to contacts who have no login, each once. */
export function contactLetterJob(platform: Platform, post: Post): AskedJob {
  return mailingJob(platform, letterDeliveryName, (scope, ids) =>
    // Queued under this name by `writeLetters`.
    deliverLetters(scope, ids as Id<'contact-letter'>[], post),
  );
}

function mailingJob(
  { database }: Platform,
  name: string,
  work: (scope: Scope, ids: readonly string[]) => Promise<void>,
): AskedJob {
  return {
    name,
    work: async (payload) => {
      const { workspace, ids } = payloadSchema.parse(payload);
      await withSystemScope(
        database,
        // Queued from a proven scope.
        { ...workspace, id: workspace.id as WorkspaceId },
        (scope) => work(scope, ids),
        { source: 'notifications', now: new Date() },
      );
    },
  };
}

/**
 * Mails the digest of the day to everybody whose hour it is, where they are; one a day, and none when
 * there is nothing new. Safe to run at any time and on several servers. Returns how many left.
 */
export async function sendDigests(
  client: ClientBase,
  database: Database,
  { now, post }: { readonly now: Date; readonly post: Post },
): Promise<number> {
  const workspaces = await asHousekeeper(client, async () => {
    const found = await client.query<SystemWorkspace>(
      `select id, time_zone as "timeZone", currency from workspace
       where exists (select from notification n where n.workspace_id = workspace.id
         and n.mailed_at is null and n.mail = 'daily' and n.read_at is null)
       order by id limit 100000`,
    );
    return found.rows;
  });
  let sent = 0;
  for (const workspace of workspaces) {
    sent += await withSystemScope(database, workspace, (scope) => deliverDigests(scope, post), {
      source: 'notifications',
      now,
    });
  }
  return sent;
}

/** Forgets what people were told half a year ago. Returns how many lines went. */
export async function forgetNotifications(client: ClientBase, now: Date): Promise<number> {
  return asHousekeeper(client, async () => {
    const { rowCount } = await client.query(
      `delete from notification where created_at < $1::timestamptz - interval '180 days'`,
      [now],
    );
    return rowCount ?? 0;
  });
}
