#!/usr/bin/env node
import { ensureInstalled } from '../../tools/install.mjs';
import { requireNode } from '../../tools/node-version.mjs';

requireNode();
try {
  ensureInstalled({ withDevelopment: false });
  const { ensureBuilt } = await import('../../tools/build.mjs');
  await ensureBuilt({ only: 'server' });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.setSourceMapsEnabled(true);
await import('../dist/cli.js');
