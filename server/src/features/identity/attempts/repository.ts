import { type Kysely, sql } from 'kysely';
import type { IdentityTables } from '../tables.ts';

/** Adds one to a counter that starts anew after its window; what it stands at, and until when. */
export async function countAttempt(
  database: Kysely<IdentityTables>,
  key: string,
  windowSeconds: number,
): Promise<{ count: number; resetsAt: Date }> {
  const { rows } = await sql<{ count: number; resets_at: Date }>`
    insert into identity.attempt as a (key, count, resets_at)
    values (${key}, 1, now() + make_interval(secs => ${windowSeconds}))
    on conflict (key) do update set
      count = case when a.resets_at <= now() then 1 else a.count + 1 end,
      resets_at = case when a.resets_at <= now() then excluded.resets_at else a.resets_at end
    returning count, resets_at`.execute(database);
  const row = rows[0];
  if (!row) throw new Error('counting an attempt returned nothing');
  if (row.count === 1) await forgetOld(database);
  return { count: row.count, resetsAt: row.resets_at };
}

export async function forgetAttempts(
  database: Kysely<IdentityTables>,
  keys: readonly string[],
): Promise<void> {
  await database.deleteFrom('identity.attempt').where('key', 'in', keys).execute();
}

/** A few at a time, whenever a new counter begins, so that no job has to. */
async function forgetOld(database: Kysely<IdentityTables>): Promise<void> {
  await sql`
    delete from identity.attempt where key in
      (select key from identity.attempt where resets_at < now() - interval '1 hour'
       limit 20 for update skip locked)`.execute(database);
}
