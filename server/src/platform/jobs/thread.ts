import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadOrder } from './thread-side.ts';

/** Work under way in a thread of its own. */
export type Thread<Progress, Result> = {
  readonly result: Promise<Result>;
  /** How far it is, as far as it has said. */
  progress(): Progress | null;
  /** Asks it to stop soon; it still gives a result. */
  stop(): void;
};

/**
 * Starts long calculations beside the server, which goes on answering meanwhile.
 * @param source the thread's own module, `…-worker.ts`, which calls `answerOrder`; the build makes a file
 *   of each such module beside its bundle.
 */
export async function startThread<Progress, Result>(
  source: URL,
  order: unknown,
): Promise<Thread<Progress, Result>> {
  const entry = await threadFile(source);
  const stop = new SharedArrayBuffer(4);
  const worker = new Worker(entry.file, { workerData: { order, stop } satisfies ThreadOrder });
  let progress: Progress | null = null;
  const result = new Promise<Result>((resolve, reject) => {
    worker.on('message', (answer: ThreadAnswer<Progress, Result>) => {
      if (answer.kind === 'done') resolve(answer.result);
      else progress = answer.progress;
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the thread ended without a result')));
  });
  return {
    result: result.finally(entry.remove),
    progress: () => progress,
    stop: () => void Atomics.store(new Int32Array(stop), 0, 1),
  };
}

/** The built module beside this one; from sources, as tests run, it is built first. */
async function threadFile(source: URL): Promise<{ file: URL; remove: () => void }> {
  const name = basename(fileURLToPath(source), '.ts');
  const built = new URL(`./${name}.js`, import.meta.url);
  if (existsSync(built)) return { file: built, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-thread-'));
  const file = join(folder, `${name}.mjs`);
  const { build } = await import('rolldown');
  await build({
    input: fileURLToPath(source),
    platform: 'node',
    output: { file, format: 'esm' },
  });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { file: pathToFileURL(file), remove };
}
