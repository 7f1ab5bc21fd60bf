import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';

requireNode();
try {
  ensureInstalled({ withDevelopment: false });
  const { ensureBuilt } = await import('./build.mjs');
  await ensureBuilt();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.setSourceMapsEnabled(true);
// In this process, so that the signals to stop reach it.
await import('../server/dist/main.js');
