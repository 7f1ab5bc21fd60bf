import { trashDays } from '@evenkeel/contract/trash';
import type { ClientBase } from 'pg';
import { asHousekeeper, deleteOrphans, deleteTrashed } from '../../platform/db/housekeeping.ts';

/** Parts before wholes, so that what points to something goes first. */
const tables = [
  'link',
  'saved_view',
  'comment',
  'file',
  'time_entry',
  'allocation',
  'scenario',
  'action',
  'insight',
  'analysis_board',
  'task',
  'project',
  'deal',
  'tactic',
  'tactical_plan',
  'kpi',
  'objective',
  'goal',
  'strategic_plan',
  'interaction',
  'customer_initiative',
  'customer_goal',
  'lead',
  'contact',
  'account',
  'person',
  'product',
  'template',
] as const;

/** What hangs on any record goes with it. */
const hanging = ['comment', 'file', 'link', 'tagging', 'custom_value', 'inbound_mail'] as const;

/** Empties the trash of what has lain there for 30 days, and forgets yesterday's idempotency keys. */
export async function emptyTrash(client: ClientBase, now: Date): Promise<Record<string, number>> {
  const before = new Date(now.getTime() - trashDays * 24 * 60 * 60 * 1000);
  return asHousekeeper(client, async () => {
    const deleted: Record<string, number> = {};
    for (const table of tables) deleted[table] = await deleteTrashed(client, table, before);
    for (const table of hanging) {
      deleted[table] = (deleted[table] ?? 0) + (await deleteOrphans(client, table));
    }
    // Bytes that no file names: their file has gone, or was never sent whole.
    const contents = await client.query(
      `delete from file_content c where c.created_at < $1::timestamptz - interval '1 day'
         and not exists (select from file f where f.workspace_id = c.workspace_id and f.content_id = c.id)
         and not exists (select from inbound_mail_file f
           where f.workspace_id = c.workspace_id and f.content_id = c.id)`,
      [now],
    );
    deleted['file_content'] = contents.rowCount ?? 0;
    const keys = await client.query(
      `delete from idempotency where created_at < $1::timestamptz - interval '1 day'`,
      [now],
    );
    return { ...deleted, idempotency: keys.rowCount ?? 0 };
  });
}
