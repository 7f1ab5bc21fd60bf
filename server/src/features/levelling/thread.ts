import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { FirmWork } from '@evenkeel/core/schedule/levelling/multi-project/firm-work';
import type { FirmLevelling } from '@evenkeel/core/schedule/levelling/multi-project/level-firm';

/** What the thread is told. */
export type ThreadOrder = {
  readonly work: FirmWork;
  readonly seed: number;
  readonly maxSchedules: number;
};

/** What it says. */
export type ThreadAnswer =
  | { readonly kind: 'improved'; readonly schedules: number; readonly endOn: CalendarDate }
  | { readonly kind: 'done'; readonly levelled: FirmLevelling };

/** A levelling under way. */
export type LevellingThread = {
  readonly levelled: Promise<FirmLevelling>;
  /** How far it is, as far as it has said. */
  progress(): { readonly schedules: number; readonly endOn: CalendarDate | null };
  /** Ends it at once; `levelled` is then refused. */
  stop(): void;
};

/** Levels in a thread of its own, so that the server goes on answering meanwhile. */
export async function startLevelling(order: ThreadOrder): Promise<LevellingThread> {
  const entry = await threadFile();
  const worker = new Worker(entry.file, { workerData: order });
  let progress: ReturnType<LevellingThread['progress']> = { schedules: 0, endOn: null };
  const levelled = new Promise<FirmLevelling>((resolve, reject) => {
    worker.on('message', (answer: ThreadAnswer) => {
      if (answer.kind === 'done') resolve(answer.levelled);
      else progress = { schedules: answer.schedules, endOn: answer.endOn };
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the levelling thread ended without an answer')));
  });
  const done = levelled.finally(entry.remove);
  return {
    levelled: done,
    progress: () => progress,
    stop: () => void worker.terminate(),
  };
}

/** The built thread beside this module; from sources, as tests run, it is built first. */
async function threadFile(): Promise<{ file: URL; remove: () => void }> {
  const built = new URL('./levelling-worker.js', import.meta.url);
  if (existsSync(built)) return { file: built, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-thread-'));
  const { build } = await import('rolldown');
  await build({
    input: fileURLToPath(new URL('./levelling-worker.ts', import.meta.url)),
    platform: 'node',
    output: { file: join(folder, 'levelling-worker.mjs'), format: 'esm' },
  });
  const file = pathToFileURL(join(folder, 'levelling-worker.mjs'));
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
