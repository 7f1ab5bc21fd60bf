import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../tools/browser.mjs';
import { ensureBuilt } from '../tools/build.mjs';
import { startServer, temporaryFolder } from '../tools/server-process.mjs';
import { setUpFirm, withSample } from './member.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the app of this run answers. */
    appAddress: string;
    /** Its EVENKEEL_DATA. */
    appDataFolder: string;
    /** The EVENKEEL_DATA of a server at rest with the sample firm, to copy from. */
    sampleFirm: { dataFolder: string; ownerCookies: readonly string[] };
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
  project.provide('sampleFirm', await prepareSampleFirm(join(folder, 'sample')));
  return async () => {
    await server.stop();
    remove();
  };
}

/** Loading the sample firm takes a server half a minute; copying it, none of it. */
async function prepareSampleFirm(dataFolder: string) {
  const server = await startServer({ dataFolder });
  try {
    const owner = await withSample(await setUpFirm(server.address));
    return { dataFolder, ownerCookies: owner.cookies };
  } finally {
    await server.stop();
  }
}
