import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fastify from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { mountWebFiles } from './web-files.ts';

const folder = temporaryFolder('web-files');
const http = fastify();

afterAll(() => http.close());

/** A build as the bundler makes it: names of files change with what is in them. */
function build(at: string, version: string): void {
  mkdirSync(join(at, 'assets'), { recursive: true });
  writeFileSync(join(at, 'index.html'), `<script src="/assets/app-${version}.js">`);
  writeFileSync(join(at, 'assets', `app-${version}.js`), `version ${version}`);
}

test('serves a new build from the moment it is there, without a restart', async () => {
  const dist = join(folder, 'dist');
  build(dist, 'one');
  await mountWebFiles(http, dist);
  const get = (url: string) => http.inject({ url });
  for (const page of ['/', '/deals', '/deals/', '/?a=b'])
    for (const encoding of ['identity', 'br, gzip'])
      expect(
        (await http.inject({ url: page, headers: { 'accept-encoding': encoding } })).body,
        page,
      ).toContain('app-one.js');
  for (const folderAddress of ['/assets/', '/assets'])
    expect((await get(folderAddress)).body, folderAddress).not.toContain('version');
  const asset = await get('/assets/app-one.js');
  expect(asset.body).toBe('version one');
  expect(asset.headers['cache-control']).toContain('immutable');

  build(join(folder, 'next'), 'two');
  rmSync(dist, { recursive: true });
  renameSync(join(folder, 'next'), dist);
  expect((await get('/deals')).body).toContain('app-two.js');
  expect((await get('/assets/app-two.js')).body).toBe('version two');
  expect((await get('/assets/app-one.js')).statusCode).toBe(404);
  writeFileSync(join(folder, 'secret.txt'), 'not yours');
  expect((await get('/assets/%2e%2e/%2e%2e/secret.txt')).body).not.toContain('not yours');
});
