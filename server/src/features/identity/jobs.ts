import type { ClientBase } from 'pg';

/** Forgets what has run out: sessions, links and half-finished sign-ins, counted attempts. */
export async function forgetExpired(client: ClientBase): Promise<Record<string, number>> {
  const forgotten: Record<string, number> = {};
  for (const [table, column] of [
    ['session', 'expires_at'],
    ['verification', 'expires_at'],
    ['attempt', 'resets_at'],
  ] as const) {
    const { rowCount } = await client.query(
      `delete from identity.${table} where ${column} < now() - interval '1 hour'`,
    );
    forgotten[table] = rowCount ?? 0;
  }
  return forgotten;
}
