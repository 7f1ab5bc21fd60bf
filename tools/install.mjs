import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Makes `node_modules` hold what `package-lock.json` says; does nothing when it does already.
 * @param {{ withDevelopment: boolean }} options
 */
export function ensureInstalled({ withDevelopment }) {
  const reason = whyInstall(withDevelopment);
  if (reason === null) return;
  refuseUnwritable();
  console.error(`Installing the packages (${reason}) …`);
  // Not `npm ci`: where a registry lacks a tool's build for some other system (mirrors do), the lock
  // file lacks it too, and `npm ci` then refuses on every system. This installs the locked versions,
  // checks their sums and leaves the lock file alone, all the same.
  const parameters = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  parameters.push(withDevelopment ? '--include=dev' : '--omit=dev');
  const run = runNpm(parameters);
  if (run.status === 0) return;
  throw new Error(
    `npm ${parameters.join(' ')} failed${run.error ? `: ${run.error.message}` : ''}.`,
  );
}

/** npm keeps a list of what it installed in node_modules, written at the very end. */
function whyInstall(withDevelopment) {
  const installedList = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return 'none are there yet';
  const installed = readPackages(installedList);
  const wanted = readPackages(join(root, 'package-lock.json'));
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue;
    const found = installed[path];
    const isLeftOut = (entry.dev || entry.devOptional) && !withDevelopment;
    if (found === undefined && (isLeftOut || entry.optional || entry.peer)) continue;
    if (isSame(found, entry)) continue;
    return found === undefined ? `${nameOf(path)} is missing` : `${nameOf(path)} has changed`;
  }
  return null;
}

function isSame(found, entry) {
  if (found === undefined) return false;
  return entry.link ? found.resolved === entry.resolved : found.version === entry.version;
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** The npm that runs us, else the one on the path. Its output is only of interest when it fails. */
function runNpm(parameters) {
  const own = process.env.npm_execpath;
  const isScript = own !== undefined && /\.c?js$/.test(own);
  const program = isScript ? process.execPath : 'npm';
  return spawnSync(program, isScript ? [own, ...parameters] : parameters, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function refuseUnwritable() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Error(
      `${root} cannot be written by this account, and packages have to be installed there. Run \`npm start\` once as the owner of the folder.`,
    );
  }
}
