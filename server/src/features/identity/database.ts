import { randomBytes } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { IdentityTables } from './tables.ts';

/**
 * Connections that can read the schema `identity` and nothing else: a mistake in sign-in reaches no
 * business row, and a mistake in a feature reaches no password hash. They live past any transaction
 * pooler, since they keep their role, and commit on their own: a failed attempt stays counted when
 * the request that made it is rolled back.
 */
export function openIdentityDatabase(options: {
  directUrl: string;
  onError: (error: Error) => void;
}): Kysely<IdentityTables> {
  const pool = new Pool({
    connectionString: options.directUrl,
    max: 4,
    application_name: 'evenkeel identity',
    onConnect: async (client) => {
      await client.query('set role evenkeel_identity');
    },
  });
  // The driver hangs the whole client on its error; only the words go on.
  pool.on('error', ({ message }) =>
    options.onError(new Error(`a connection was lost: ${message}`)),
  );
  // As in platform/db/database: the pool does not listen to connections that are in use.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<IdentityTables>({ dialect: new PostgresDialect({ pool }) });
}

/** The key that signs cookies: the one given, else one made once and shared through the database. */
export async function signingKey(
  database: Kysely<IdentityTables>,
  given: string | null,
): Promise<string> {
  if (given) return given;
  await database
    .insertInto('identity.keyring')
    .values({ name: 'session', value: randomBytes(48).toString('base64url') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await database
    .selectFrom('identity.keyring')
    .select('value')
    .where('name', '=', 'session')
    .executeTakeFirstOrThrow();
  return kept.value;
}
