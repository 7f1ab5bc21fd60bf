import type { ImportCounts } from '@evenkeel/contract/imports';
import { usualQuietDays } from '@evenkeel/core/deals/pipeline';
import type { DealId, Id } from '@evenkeel/core/id';
import type { ImportPlan } from '@evenkeel/core/imports/plan';
import type { CellValue, PlannedRecord } from '@evenkeel/core/imports/plan-context';
import { type RecordKind, recordKinds } from '@evenkeel/core/imports/problem';
import { type PlacedStage, placeStages } from '@evenkeel/core/imports/stage-order';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { defaultPipelineId } from '../../deals/pipelines/service.ts';
import { keepOwnValues } from '../own-fields/service.ts';
import { existingStages } from '../plan/service.ts';
import * as repository from './repository.ts';

export { beat, lockWorkspace } from './repository.ts';

/** Records written between two looks at whether to go on. */
const batchSize = 1000;

/** Fields that name another record. */
const referenceFields = new Set([
  'team',
  'manager',
  'parent',
  'owner',
  'account',
  'product',
  'stage',
]);

/** How many records a plan writes. */
export function workOf(plan: ImportPlan): number {
  return plan.records.filter(isWritten).length;
}

/**
 * Writes what a plan says, all of it in the scope's transaction.
 * @param onBatch called after each batch with the records written so far; throws to stop the run.
 * @returns the deals that were written.
 */
export async function writePlan(
  scope: Scope,
  plan: ImportPlan,
  onBatch: (written: number) => void,
): Promise<DealId[]> {
  const ids = new Map<string, string>();
  for (const { action, handle } of plan.records)
    ids.set(handle, action === 'create' ? newId<Id<RecordKind>>() : handle);
  let written = 0;
  for (const kind of recordKinds) {
    const own = plan.records.filter((record) => record.kind === kind && isWritten(record));
    if (kind === 'stage') await writeStages(scope, own, ids);
    else await writeKind(scope, own, { kind, ids, onBatch: (count) => onBatch(written + count) });
    if (kind === 'account' || kind === 'deal')
      await keepOwnValues(scope, kind, { records: own, ids });
    written += own.length;
    onBatch(written);
  }
  return plan.records.flatMap((record) =>
    // The handle of a deal has just been given the deal's id, or is that id.
    record.kind === 'deal' && isWritten(record) ? ((ids.get(record.handle) ?? []) as DealId) : [],
  );
}

/** What an import did, as kept with it. */
export function countsOf(plan: ImportPlan): ImportCounts {
  return structuredClone(plan.counts);
}

type Writing = {
  readonly kind: RecordKind;
  readonly ids: ReadonlyMap<string, string>;
  readonly onBatch: (written: number) => void;
};

/** New records first, in the order of the plan: a changed one may name them. */
async function writeKind(
  scope: Scope,
  records: readonly PlannedRecord[],
  { kind, ids, onBatch }: Writing,
): Promise<void> {
  const fresh = records.filter(({ action }) => action === 'create');
  const isNumbered = kind === 'account' || kind === 'deal';
  const first = isNumbered && fresh.length > 0 ? await nextNumbers(scope, kind, fresh.length) : 0;
  const inserts = fresh.map((record, at) =>
    writtenRecord(record, ids, isNumbered ? first + at : null),
  );
  let done = 0;
  for (const batch of batches(inserts)) {
    await repository.insertRecords(scope, kind, batch);
    done += batch.length;
    onBatch(done);
  }
  for (const action of ['update', 'restore'] as const) {
    const updates = records
      .filter((record) => record.action === action)
      .map((record) => writtenRecord(record, ids, null));
    for (const batch of batches(updates)) {
      await repository.updateRecords(scope, kind, {
        records: batch,
        isRestored: action === 'restore',
      });
      done += batch.length;
      onBatch(done);
    }
  }
}

/** New stages take their place among those there; the places of the others follow. */
async function writeStages(
  scope: Scope,
  records: readonly PlannedRecord[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  if (records.length === 0) return;
  const present = (await existingStages(scope)).map(({ id, values }) => ({
    ...stageOf(id, values),
    position: values['position'],
  }));
  const fresh = records.map(({ handle, values }) => stageOf(ids.get(handle) ?? handle, values));
  const positions = new Map(
    placeStages(present, fresh).map(({ id }, position) => [id, position] as const),
  );
  const inserts = records.map((record) => writtenRecord(record, ids, null));
  const pipelineId = await defaultPipelineId(scope);
  await repository.insertRecords(
    scope,
    'stage',
    inserts.map(({ id, values, number }) => ({
      id,
      number,
      values: {
        ...values,
        position: positions.get(id) ?? 0,
        pipeline: pipelineId,
        quietAfterDays: values['outcome'] === 'open' ? usualQuietDays : null,
      },
    })),
  );
  const moved = present.filter(({ id, position }) => positions.get(id) !== position);
  await repository.updateRecords(scope, 'stage', {
    records: moved.map(({ id }) => ({
      id,
      number: null,
      values: { position: positions.get(id) ?? 0 },
    })),
    isRestored: false,
  });
}

function stageOf(id: string, values: Readonly<Record<string, CellValue>>): PlacedStage {
  const { outcome, probability } = values;
  return {
    id,
    outcome: outcome === 'won' || outcome === 'lost' ? outcome : 'open',
    probability: Number(probability),
  };
}

function writtenRecord(
  record: PlannedRecord,
  ids: ReadonlyMap<string, string>,
  number: number | null,
): repository.WrittenRecord {
  const entries = Object.entries(record.values).map(([field, value]) => [
    field,
    referenceFields.has(field) && typeof value === 'string' ? (ids.get(value) ?? value) : value,
  ]);
  return {
    id: ids.get(record.handle) ?? record.handle,
    number,
    values: Object.fromEntries(entries),
  };
}

function isWritten({ action }: PlannedRecord): boolean {
  return action === 'create' || action === 'update' || action === 'restore';
}

function* batches<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += batchSize) yield items.slice(at, at + batchSize);
}
