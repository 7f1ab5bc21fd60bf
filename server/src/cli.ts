import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from './config.ts';
import { restoreBackup } from './platform/db/backup/restore-backup.ts';
import { writeBackup } from './platform/db/backup/write-backup.ts';
import { joinDatabase, reachDatabase } from './platform/db/reach.ts';
import { StartError } from './platform/start-error.ts';

const usage = `Usage:
  evenkeel backup FILE              writes all data into FILE, also while Evenkeel runs
  evenkeel restore FILE             puts the data of FILE into an empty database
  evenkeel restore FILE --replace   puts it in the place of what the database holds

The database is the one of DATABASE_URL, else the embedded one in EVENKEEL_DATA.`;

await main(process.argv.slice(2));

async function main(words: string[]): Promise<void> {
  try {
    await run(words);
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof StartError ? error.message : error);
  }
  // Nothing that was left open may keep the process.
  process.exit();
}

async function run(words: string[]): Promise<void> {
  const { command, path, replace } = parse(words);
  const config = readConfig(process.env);
  if (command === 'backup') await backup(config, path);
  else await restore(config, path, replace);
}

function parse(words: string[]): { command: 'backup' | 'restore'; path: string; replace: boolean } {
  const options = { replace: { type: 'boolean', default: false } } as const;
  try {
    const { positionals, values } = parseArgs({ args: words, options, allowPositionals: true });
    const [command, path, ...more] = positionals;
    const isKnown = command === 'restore' || (command === 'backup' && !values.replace);
    if (isKnown && path && more.length === 0) {
      return { command, path: resolve(path), replace: values.replace };
    }
  } catch {
    // An option nobody knows: the usage below says which there are.
  }
  throw new StartError(usage);
}

async function backup(config: Config, path: string): Promise<void> {
  const database = await joinDatabase(config, console.error);
  try {
    const { tables, rows } = await writeBackup({
      url: database.directUrl,
      path,
      onTable: (table, position) => progress(`${position} ${table.name}`),
    });
    progress('');
    console.log(`${path} holds ${rows} rows of ${tables} tables.`);
  } finally {
    await database.release();
  }
}

/** Never beside a running Evenkeel: its data would change under its feet. */
async function restore(config: Config, path: string, replace: boolean): Promise<void> {
  const database = await reachDatabase(config, console.error);
  try {
    const { head, tables, rows } = await restoreBackup({
      url: database.directUrl,
      path,
      replace,
      onTable: (table) => progress(table.name),
    });
    progress('');
    console.log(`The database now holds ${rows} rows of ${tables} tables, as of ${head.madeAt}.`);
  } finally {
    await database.release();
  }
}

/** One line that overwrites itself; in a file or a pipe it would only be noise. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
