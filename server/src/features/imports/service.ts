import type { ImportCounts, ImportState } from '@evenkeel/contract/imports';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ImportId } from '@evenkeel/core/id';
import { nameKey } from '@evenkeel/core/imports/name-match';
import type { Choice, RecordKind } from '@evenkeel/core/imports/problem';
import type { OwnFields } from '@evenkeel/core/imports/recognise';
import { AppError } from '../../platform/app-error.ts';
import { enqueue } from '../../platform/db/enqueue.ts';
import type { Actor, Scope } from '../../platform/db/scope.ts';
import { adoptReasonTexts } from '../deals/reasons/service.ts';
import { proposeSigned } from '../hand-offs/service.ts';
import * as files from './files/service.ts';
import { ownFields } from './own-fields/service.ts';
import { currentPlan, forgetPlan, type MadePlan, makePlan } from './plan/service.ts';
import { requireDone, requireNeverDone, requireOpen, stateOf } from './policy.ts';
import * as repository from './repository.ts';
import { countsOf, lockWorkspace, workOf, beat as writeBeat, writePlan } from './run/service.ts';
import { undoRecords } from './undo/service.ts';

export type ImportWithFiles = {
  readonly record: repository.ImportRecord;
  readonly state: ImportState;
  readonly files: readonly files.FileRecord[];
  /** The firm's own fields to which columns can go. */
  readonly own: OwnFields;
};

/** One attempt to carry out an import. */
export type Run = {
  readonly id: ImportId;
  readonly number: number;
  readonly attempt: number;
};

export type Progress = {
  readonly phase: 'checking' | 'writing';
  readonly done: number;
  readonly total: number;
};

/** What carries out an import of tasks; the worker brings it in, so that this feature knows nothing of it. */
export type TaskCarrier = (
  scope: Scope,
  id: ImportId,
  report: (progress: Progress) => void,
) => Promise<repository.TaskListResult>;

/** Somebody asked the run to stop. */
export class RunCancelled extends Error {
  override readonly name = 'RunCancelled';
}

/** What the change record says of a run: `import:1001:2` is the second attempt of IMP-1001. */
export function sourceOf({ number, attempt }: Omit<Run, 'id'>): string {
  return `import:${number}:${attempt}`;
}

export async function listImports(
  scope: Scope,
  request: { readonly limit: number; readonly before: number | null },
) {
  const found = await repository.listImports(scope, { ...request, limit: request.limit + 1 });
  const records = found.slice(0, request.limit);
  const hasMore = found.length > request.limit;
  return {
    rows: records.map((record) => ({ record, state: stateOf(record) })),
    total: await repository.countImports(scope),
    nextBefore: hasMore ? (records.at(-1)?.number ?? null) : null,
  };
}

export async function createImport(scope: Scope): Promise<ImportWithFiles> {
  return getImport(scope, await repository.insertImport(scope, 'records'));
}

/** Begins an import of tasks, whose file and target are another feature's. */
export function createTaskImport(scope: Scope): Promise<ImportId> {
  return repository.insertImport(scope, 'tasks');
}

/** One import without its files. */
export async function findImport(scope: Scope, id: ImportId) {
  const record = await found(scope, id);
  return { record, state: stateOf(record) };
}

/** Keeps choices beside those that were made before. */
export async function saveImportChoices(
  scope: Scope,
  id: ImportId,
  choices: Readonly<Record<string, Choice>>,
): Promise<void> {
  await repository.saveChoices(scope, id, choices);
}

/** Locks an import that can still change. */
export async function lockOpenImport(scope: Scope, id: ImportId): Promise<void> {
  await open(scope, id);
}

export async function getImport(scope: Scope, id: ImportId): Promise<ImportWithFiles> {
  const record = await found(scope, id);
  return {
    record,
    state: stateOf(record),
    files: await files.listFiles(scope, id),
    own: await ownFields(scope),
  };
}

export async function addFile(
  scope: Scope,
  id: ImportId,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<ImportWithFiles> {
  const record = await open(scope, id);
  const remembered = await files.addFile(scope, id, file);
  // What somebody has chosen in this import goes before what was chosen in the last one.
  await repository.saveChoices(scope, id, { ...remembered, ...record.choices });
  return getImport(scope, id);
}

export async function changeFile(
  scope: Scope,
  id: ImportId,
  change: Parameters<typeof files.changeFile>[2],
): Promise<ImportWithFiles> {
  await open(scope, id);
  await files.changeFile(scope, id, change);
  return getImport(scope, id);
}

export async function removeFile(
  scope: Scope,
  id: ImportId,
  fileId: files.FileId,
): Promise<ImportWithFiles> {
  await open(scope, id);
  await files.removeFile(scope, id, fileId);
  return getImport(scope, id);
}

export async function choose(
  scope: Scope,
  id: ImportId,
  choices: Readonly<Record<string, Choice>>,
): Promise<ImportWithFiles> {
  await open(scope, id);
  await repository.saveChoices(scope, id, choices);
  return getImport(scope, id);
}

/** What the import would do now. */
export async function preview(
  scope: Scope,
  id: ImportId,
): Promise<MadePlan & { readonly names: ReadonlyMap<string, string> }> {
  const { choices } = await found(scope, id);
  const made = await currentPlan(scope, { importId: id, choices });
  const names = new Map((await files.listFiles(scope, id)).map((file) => [file.id, file.name]));
  return { ...made, names };
}

/** Names that a choice can use, at most fifty. */
export async function namesFor(
  scope: Scope,
  id: ImportId,
  query: { readonly kind: RecordKind; readonly search?: string | undefined },
): Promise<string[]> {
  const { plan } = await preview(scope, id);
  const wanted = nameKey(query.search ?? '');
  return plan.names[query.kind].filter((name) => nameKey(name).includes(wanted)).slice(0, 50);
}

/** The job that carries out a run, and what it has to know. */
export const runJob = 'run_import';
export type QueuedRun = { readonly actor: Actor; readonly run: Run };

/**
 * Marks the import as running and queues the run; both or neither.
 * @param handOffsFrom deals that come in won and were signed on this day or later get a hand-off; null
 *   for none.
 */
export async function run(
  scope: Scope,
  id: ImportId,
  handOffsFrom: CalendarDate | null,
): Promise<ImportWithFiles> {
  const record = await open(scope, id);
  if (record.kind === 'records')
    await currentPlan(scope, { importId: id, choices: record.choices });
  const attempt = await repository.markRunning(scope, id, handOffsFrom);
  const payload: QueuedRun = {
    actor: scope.actor,
    run: { id, number: record.number, attempt },
  };
  await enqueue(scope.tx, { name: runJob, payload, key: `import:${id}`, maxAttempts: 5 });
  return getImport(scope, id);
}

/** Whether a run still is the attempt that its import waits for. */
export async function isCurrent(scope: Scope, { id, attempt }: Run): Promise<boolean> {
  const record = await repository.findImport(scope, id);
  return record?.state === 'running' && record.attempt === attempt;
}

/** Plans anew against what is there by now, writes it, and marks the import as done. */
export async function carryOut(
  scope: Scope,
  attempt: Run,
  { report, carryTasks }: { report: (progress: Progress) => void; carryTasks: TaskCarrier },
): Promise<void> {
  forgetPlan(attempt.id);
  await lockWorkspace(scope);
  const record = await found(scope, attempt.id);
  const result =
    record.kind === 'tasks'
      ? await carryTasks(scope, attempt.id, report)
      : await carryRecords(scope, record, report);
  // Another attempt has begun, or this one was given up: nothing of it may stay.
  if (!(await repository.markEnded(scope, attempt, { state: 'done', result })))
    throw new RunCancelled();
}

async function carryRecords(
  scope: Scope,
  { id, choices, total, hand_offs_from }: repository.ImportRecord,
  report: (progress: Progress) => void,
): Promise<ImportCounts> {
  const source = { importId: id, choices };
  const { plan, files: sources } = await makePlan(scope, source, (done) =>
    report({ phase: 'checking', done, total: total ?? 0 }),
  );
  const work = workOf(plan);
  report({ phase: 'writing', done: 0, total: work });
  const dealIds = await writePlan(scope, plan, (done) =>
    report({ phase: 'writing', done, total: work }),
  );
  await adoptReasonTexts(scope);
  if (hand_offs_from !== null) await proposeSigned(scope, dealIds, hand_offs_from);
  await files.rememberFiles(scope, sources, choices);
  return countsOf(plan);
}

/** Notes why a run brought nothing in. */
export async function endFailed(scope: Scope, attempt: Run, error: unknown): Promise<void> {
  const isCancelled = error instanceof RunCancelled;
  await repository.markEnded(scope, attempt, {
    state: isCancelled ? 'cancelled' : 'failed',
    failure: isCancelled ? null : reasonOf(error),
  });
}

export async function beat(scope: Scope, attempt: Run, progress: Progress): Promise<boolean> {
  return writeBeat(scope, attempt, progress);
}

export async function cancel(scope: Scope, id: ImportId): Promise<ImportWithFiles> {
  const record = await found(scope, id);
  if (stateOf(record) === 'running') await repository.requestCancel(scope, id);
  return getImport(scope, id);
}

export async function undo(scope: Scope, id: ImportId): Promise<ImportWithFiles> {
  await repository.lockImport(scope, id);
  const record = await found(scope, id);
  requireDone(record);
  await undoRecords(scope, { source: sourceOf(record), ...record });
  await repository.markUndone(scope, id);
  return getImport(scope, id);
}

export async function removeImport(scope: Scope, id: ImportId): Promise<void> {
  await repository.lockImport(scope, id);
  requireNeverDone(await found(scope, id));
  await repository.deleteImport(scope, id);
}

/** The import, locked, while it can still change. */
async function open(scope: Scope, id: ImportId): Promise<repository.ImportRecord> {
  await repository.lockImport(scope, id);
  const record = await found(scope, id);
  requireOpen(record);
  return record;
}

async function found(scope: Scope, id: ImportId): Promise<repository.ImportRecord> {
  const record = await repository.findImport(scope, id);
  if (!record) throw new AppError('not-found', 'There is no such import.');
  return record;
}

/** A refusal in its own words; a bug says no more than that nothing came in. */
function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return 'Something went wrong on our side.';
}
