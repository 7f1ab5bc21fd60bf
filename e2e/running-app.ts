import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../tools/browser.mjs';
import { ensureBuilt } from '../tools/build.mjs';
import { startServer, temporaryFolder } from '../tools/server-process.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the app of this run answers. */
    appAddress: string;
    /** Its EVENKEEL_DATA. */
    appDataFolder: string;
    browserProgram: { executablePath: string; args: string[] };
  }
}

/** Builds the app and starts it on an empty embedded database, as `npm start` does. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browserProgram', await findBrowser());
  await ensureBuilt();
  const { folder, remove } = temporaryFolder('e2e');
  const dataFolder = join(folder, 'data');
  const server = await startServer({ dataFolder });
  project.provide('appAddress', server.address);
  project.provide('appDataFolder', dataFolder);
  return async () => {
    await server.stop();
    remove();
  };
}
