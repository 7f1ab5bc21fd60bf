import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { cacheFolder, root } from './paths.mjs';

/** What each part is made of, so that it is built again only when that has changed. */
const parts = [
  {
    name: 'server',
    sources: ['core/src', 'contract/src', 'server/src'],
    result: 'server/dist/main.js',
    build: buildServer,
  },
  {
    name: 'web',
    sources: ['core/src', 'contract/src', 'web'],
    result: 'web/dist/index.html',
    build: buildWeb,
  },
];

const alwaysSources = ['package-lock.json', 'tools/build.mjs'];
const ignoredFolders = new Set(['dist', '.dist-new', '.dist-old', 'node_modules', '.vite']);

/**
 * Builds the server and the web app, each only when its sources differ from the last build.
 * @param {{ only?: 'server' | 'web' }} options
 */
export async function ensureBuilt({ only } = {}) {
  for (const part of parts) {
    if (only !== undefined && only !== part.name) continue;
    const stamp = stampOf(part.name);
    const hash = hashOf([...alwaysSources, ...part.sources]);
    const isCurrent = existsSync(join(root, part.result)) && readText(stamp) === hash;
    if (isCurrent) continue;
    refuseUnwritable(dirname(join(root, part.result)));
    console.error(`Building the ${part.name} …`);
    forgetBuild(part.name);
    await part.build();
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(stamp, hash);
  }
}

/** For who builds by another way: the next `ensureBuilt` builds this part in any case. */
export function forgetBuild(name) {
  rmSync(stampOf(name), { force: true });
}

function stampOf(name) {
  return join(cacheFolder, `built-${name}`);
}

/** The options of the server's bundle; `watch` uses them too. */
export function serverBundle() {
  return {
    input: serverEntries(),
    platform: 'node',
    // Packages stay in node_modules; our own workspaces are TypeScript and go into the bundle.
    external: (id) => !/^(\.|\/|@evenkeel\/)/.test(id) && !/^[A-Z]:\\/i.test(id),
    onLog(level, log, print) {
      // The bundler would leave it to run time to find out.
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
      print(level, log);
    },
    output: {
      dir: join(root, 'server/dist'),
      format: 'esm',
      sourcemap: true,
      entryFileNames: '[name].js',
      // Beside the entries: modules find the web app and their workers by their own place.
      chunkFileNames: '[name]-[hash].js',
      cleanDir: true,
    },
  };
}

/** Main, the command line, and each worker thread: a file of its own, started by its address. */
function serverEntries() {
  const entries = { main: join(root, 'server/src/main.ts'), cli: join(root, 'server/src/cli.ts') };
  for (const file of filesIn('server/src')) {
    if (!file.endsWith('-worker.ts')) continue;
    entries[basename(file, '.ts')] = join(root, file);
  }
  return entries;
}

async function buildServer() {
  const { rolldown } = await import('rolldown');
  const { output, ...input } = serverBundle();
  const bundle = await rolldown(input);
  await bundle.write(output);
  await bundle.close();
}

/**
 * In a process of its own: Vite reads, and sets, NODE_ENV of the one it runs in. Built beside the
 * old build, which a running server goes on serving until the new one takes its place.
 */
async function buildWeb() {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const fresh = join(root, 'web/.dist-new');
  const child = spawn(process.execPath, [vite, 'build', '--outDir', fresh, '--logLevel', 'warn'], {
    cwd: join(root, 'web'),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The web app cannot be built.');
  for (const file of filesIn('web/.dist-new')) packed(join(root, file));
  const old = join(root, 'web/.dist-old');
  rmSync(old, { recursive: true, force: true });
  if (existsSync(join(root, 'web/dist'))) renameSync(join(root, 'web/dist'), old);
  renameSync(fresh, join(root, 'web/dist'));
  rmSync(old, { recursive: true, force: true });
}

/** Beside each text file its packed copies, which the server sends instead: packed once, and well. */
function packed(file) {
  if (!/\.(m?js|css|svg)$/.test(file)) return;
  const text = readFileSync(file);
  if (text.length < 1024) return;
  writeFileSync(`${file}.br`, brotliCompressSync(text));
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
}

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesIn)) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Every file at or below `path`, relative to the root, in a fixed order. */
function filesIn(path) {
  const entries = readEntries(join(root, path));
  if (entries === null) return [path];
  return entries
    .filter((entry) => !ignoredFolders.has(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => filesIn(`${path}/${entry.name}`));
}

function readEntries(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function refuseUnwritable(folder) {
  const place = existsSync(folder) ? folder : dirname(folder);
  try {
    accessSync(place, constants.W_OK);
  } catch {
    throw new Error(
      `${place} cannot be written by this account, and Evenkeel has to be built there. Run \`npm run build\` once as the owner of the folder.`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt();
