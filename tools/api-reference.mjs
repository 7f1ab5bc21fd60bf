// Writes docs/api-reference.md, a table of every endpoint by noun, from the contract itself.
// `--check` writes nothing and exits 1 when the file says something else than the contract.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { cacheFolder, root } from './paths.mjs';

const file = 'docs/api-reference.md';
const path = join(root, file);
const { api } = await loadContract();
const wanted = referenceOf(api);

if (!process.argv.includes('--check')) {
  writeFileSync(path, wanted);
  console.log(`${file}: ${countOf(api)} endpoints.`);
} else if (present() === wanted) {
  console.log(`${file} matches the contract.`);
} else {
  console.error(`${file} does not match the contract. Run: npm run api-reference`);
  process.exit(1);
}

async function loadContract() {
  const output = join(cacheFolder, 'api-reference');
  await build({
    input: { contract: join(root, 'contract/src/index.ts') },
    platform: 'node',
    output: { dir: output, entryFileNames: '[name].mjs', cleanDir: true },
  });
  return import(pathToFileURL(join(output, 'contract.mjs')).href);
}

function referenceOf(nouns) {
  const parts = Object.entries(nouns).map(
    ([noun, endpoints]) => `## ${noun}\n\n${tableOf(Object.values(endpoints))}`,
  );
  return `${[heading(nouns), ...parts].join('\n\n')}\n`;
}

function heading(nouns) {
  return [
    '# API reference',
    '',
    'Every endpoint, by noun. This file is written from the contract by `npm run api-reference`; do not edit it. How to sign in, page, change and retry is told in [api.md](api.md); the schemas of each call are in the OpenAPI document that a running server gives at `/api/openapi.json`.',
    '',
    'Permissions from least to most, each with those before it: `public`, `signed-in`, `read`, `write`, `manage`, `administer`, `own`. **If-Match** marks calls that need the version of the record.',
    '',
    `${countOf(nouns)} endpoints in ${Object.keys(nouns).length} nouns.`,
  ].join('\n');
}

function tableOf(endpoints) {
  const rows = endpoints.map(
    ({ method, path: address, permission, ifMatch, summary }) =>
      `| ${method} | \`${address}\` | ${permission} | ${ifMatch ? 'yes' : ''} | ${inCell(summary)} |`,
  );
  return [
    '| Method | Path | Permission | If-Match | Summary |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function inCell(text) {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function countOf(nouns) {
  return Object.values(nouns).flatMap((endpoints) => Object.keys(endpoints)).length;
}

function present() {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // A file that is not there is out of date like any other.
    return null;
  }
}
