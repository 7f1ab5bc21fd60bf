import { createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { migrateToLatest } from './platform/db/migrate.ts';
import { type ReachedDatabase, reachDatabase } from './platform/db/reach.ts';
import { StartError } from './platform/start-error.ts';

type Running = { readonly address: string; close(): Promise<void> };

/** A request that takes longer than this while we stop is cut off; its transaction rolls back. */
const stopMilliseconds = 30_000;

await main();

async function main(): Promise<void> {
  const stopSignal = firstSignal();
  try {
    const config = readConfig(process.env);
    const database = await reachDatabase(config, say);
    await runUntilStopped(config, database, stopSignal);
  } catch (error) {
    process.exitCode = 1;
    complain(error);
  }
  // Nothing that was left open may keep the process.
  process.exit();
}

async function runUntilStopped(
  config: Config,
  database: ReachedDatabase,
  stopSignal: Promise<string>,
): Promise<void> {
  try {
    const running = await serve(config, database);
    const hint = database.folder === null ? '' : `, data in ${database.folder}`;
    say(`Evenkeel runs at ${running.address}${hint}. Stop it with Ctrl-C.`);
    const lost = await Promise.race([database.lost, stopSignal]);
    if (lost instanceof Error) complain(lost);
    process.exitCode = lost instanceof Error ? 1 : 0;
    await within(running.close());
  } finally {
    await database.release();
  }
}

async function serve(config: Config, database: ReachedDatabase): Promise<Running> {
  await migrateToLatest(database.directUrl);
  const app = await createApp({
    config,
    databaseUrl: database.url,
    directUrl: database.directUrl,
  });
  try {
    return { address: await app.listen(), close: () => app.close() };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** npm passes Ctrl-C on to a process that had it already: only the first one counts. */
function firstSignal(): Promise<string> {
  return new Promise((resolve) => {
    process.on('SIGTERM', resolve);
    process.on('SIGINT', resolve);
  });
}

async function within(closing: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, stopMilliseconds);
  });
  await Promise.race([closing, limit]);
  clearTimeout(timer);
}

/** What the person can mend is said in plain words; a bug keeps its stack. */
function complain(error: unknown): void {
  if (error instanceof StartError) {
    console.error(error.message);
  } else if (isTakenPort(error)) {
    console.error(`${error.message}. Set PORT to another port, or stop what uses this one.`);
  } else {
    console.error(error);
  }
}

function isTakenPort(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function say(line: string): void {
  console.log(line);
}
