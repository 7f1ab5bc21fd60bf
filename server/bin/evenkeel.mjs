#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from '../../tools/install.mjs';
import { requireNode } from '../../tools/node-version.mjs';
import { root } from '../../tools/paths.mjs';

requireNode();
// A container image has no sources: what it holds was built when it was made.
if (existsSync(join(root, 'server/src'))) await buildFirst();
process.setSourceMapsEnabled(true);
await import('../dist/cli.js');

async function buildFirst() {
  try {
    ensureInstalled({ withDevelopment: false });
    const { ensureBuilt } = await import('../../tools/build.mjs');
    await ensureBuilt({ only: 'server' });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
