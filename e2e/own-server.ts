import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type ServerProcess, startServer, temporaryFolder } from '../tools/server-process.mjs';

/** A server on an embedded database of its own, for the journeys of one file. */
export function useServer(
  purpose: string,
  environment: Record<string, string> = {},
): { readonly address: string } {
  const { folder, remove } = temporaryFolder(purpose);
  let server: ServerProcess | undefined;
  beforeAll(async () => {
    server = await startServer({ dataFolder: join(folder, 'data'), environment });
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    remove();
  });
  return {
    get address() {
      if (server === undefined) throw new Error('The server runs only while tests do.');
      return server.address;
    },
  };
}
