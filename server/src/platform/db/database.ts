import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { Tables } from '../../schema/tables.ts';
import type { FileStores } from '../files/file-store.ts';

const dateType = 1082;
// A calendar day has no time and no zone: it stays the text that the database sends.
types.setTypeParser(dateType, (text) => text);

export type Database = {
  readonly kysely: Kysely<Tables>;
  readonly pool: Pool;
  /** What follows from the writes of a transaction, at its end; the scope is that of `scope.ts`. */
  readonly beforeCommit: (scope: never) => Promise<void>;
  /** Where bytes of files are beside the database. */
  readonly stores: FileStores;
  close(): Promise<void>;
};

/** A pool of connections and the query builder on it. Opens no connection until the first query. */
export function openDatabase(options: {
  url: string;
  poolSize: number;
  onError: (error: Error) => void;
  beforeCommit: (scope: never) => Promise<void>;
  stores: FileStores;
}): Database {
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolSize,
    application_name: 'evenkeel',
    idle_in_transaction_session_timeout: 60_000,
  });
  // Without a listener, an idle connection that the server drops would end the process.
  pool.on('error', options.onError);
  // The pool listens to idle connections only; one that breaks between two queries of a transaction
  // would end the process. Its next query fails, which is how the request learns of it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const { beforeCommit, stores } = options;
  return { kysely, pool, beforeCommit, stores, close: () => kysely.destroy() };
}
