import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { type ServerProcess, startServer, temporaryFolder } from '../tools/server-process.mjs';
import { type Member, memberWith } from './member.ts';

type OwnServer = { readonly address: string };

/** A server on an embedded database of its own, for the journeys of one file. */
export function useServer(purpose: string, environment: Record<string, string> = {}): OwnServer {
  return runningServer(purpose, environment, () => {});
}

/** The same on a copy of the sample firm, with its owner signed in. */
export function useSampleFirm(
  purpose: string,
  environment: Record<string, string> = {},
): OwnServer & { readonly owner: Member } {
  const { dataFolder, ownerCookies } = inject('sampleFirm');
  const server = runningServer(purpose, environment, (to) => {
    // As it is, with its owners and modes: the database's folder belongs to another account.
    execFileSync('cp', ['-a', dataFolder, to]);
  });
  return {
    get address() {
      return server.address;
    },
    get owner() {
      return memberWith(server.address, ownerCookies);
    },
  };
}

function runningServer(
  purpose: string,
  environment: Record<string, string>,
  fill: (dataFolder: string) => void,
): OwnServer {
  const { folder, remove } = temporaryFolder(purpose);
  let server: ServerProcess | undefined;
  beforeAll(async () => {
    const dataFolder = join(folder, 'data');
    fill(dataFolder);
    server = await startServer({ dataFolder, environment });
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
