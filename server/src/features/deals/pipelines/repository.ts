import type { PipelineId, StageId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { columnsOf } from '../../../platform/db/columns.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { translateUnique } from '../../../platform/db/unique.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

const nameTwice = {
  pipeline_name: { path: ['name'], message: 'is the name of another pipeline' },
  stage_name: { path: ['name'], message: 'is the name of another stage of this pipeline' },
};

export type PipelineRecord = Awaited<ReturnType<typeof listPipelines>>[number];
export type StageRecord = Awaited<ReturnType<typeof listStages>>[number];
export type NewStage = Pick<
  StageRecord,
  'name' | 'position' | 'probability' | 'outcome' | 'quiet_after_days'
>;

export function listPipelines(scope: Scope) {
  return scope.tx
    .selectFrom('pipeline')
    .select(['id', 'version', 'name', 'position', 'is_default'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('position')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** The stages of every pipeline in order: those of the first pipeline first. */
export function listStages(scope: Scope) {
  return stageRows(scope)
    .orderBy('pipeline.position')
    .orderBy('pipeline.id')
    .orderBy('stage.position')
    .orderBy('stage.id')
    .limit(1_000)
    .execute();
}

export function findStage(scope: Scope, id: StageId) {
  return stageRows(scope).where('stage.id', '=', id).executeTakeFirst();
}

/** How many deals stand in each stage, those in the trash left out. */
export async function countDeals(scope: Scope): Promise<Map<StageId, number>> {
  const rows = await scope.tx
    .selectFrom('deal')
    .select(['stage_id', sql<string>`count(*)`.as('count')])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .groupBy('stage_id')
    .execute();
  return new Map(rows.map((row) => [row.stage_id, Number(row.count)]));
}

export async function insertPipeline(
  scope: Scope,
  name: string,
  position: number,
): Promise<PipelineId> {
  const id = newId<PipelineId>();
  const write = scope.tx
    .insertInto('pipeline')
    .values({ workspace_id: scope.workspaceId, id, name, position })
    .execute();
  await translateUnique(write, nameTwice);
  return id;
}

export async function updatePipeline(
  scope: Scope,
  { id, version }: { readonly id: PipelineId; readonly version: number },
  change: { readonly name?: string | undefined; readonly isDefault?: true | undefined },
): Promise<void> {
  if (change.isDefault) {
    await scope.tx
      .updateTable('pipeline')
      .set({ is_default: false })
      .where('workspace_id', '=', scope.workspaceId)
      .where('is_default', '=', true)
      .where('id', '<>', id)
      .execute();
  }
  const write = scope.tx
    .updateTable('pipeline')
    .set({ name: sql.ref('name'), ...columnsOf(change) })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(await translateUnique(write, nameTwice), async () =>
    (await listPipelines(scope)).some((pipeline) => pipeline.id === id),
  );
}

export async function deletePipeline(scope: Scope, id: PipelineId): Promise<void> {
  await scope.tx.deleteFrom('stage').where('pipeline_id', '=', id).execute();
  await scope.tx.deleteFrom('pipeline').where('id', '=', id).execute();
}

export async function insertStages(
  scope: Scope,
  pipelineId: PipelineId,
  stages: readonly NewStage[],
): Promise<StageId[]> {
  const rows = stages.map(({ name, position, probability, outcome, quiet_after_days }) => ({
    workspace_id: scope.workspaceId,
    id: newId<StageId>(),
    pipeline_id: pipelineId,
    name,
    position,
    probability,
    outcome,
    quiet_after_days,
  }));
  await translateUnique(scope.tx.insertInto('stage').values(rows).execute(), nameTwice);
  return rows.map((row) => row.id);
}

export async function updateStage(
  scope: Scope,
  { id, version }: { readonly id: StageId; readonly version: number },
  change: {
    readonly name?: string | undefined;
    readonly probability?: number | undefined;
    readonly quietAfterDays?: number | null | undefined;
  },
): Promise<void> {
  const write = scope.tx
    .updateTable('stage')
    .set({ name: sql.ref('name'), ...columnsOf(change) })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(await translateUnique(write, nameTwice), async () =>
    Boolean(await findStage(scope, id)),
  );
}

/** Writes the places of stages; those that stand already where they shall are left alone. */
export async function placeStages(scope: Scope, ids: readonly StageId[]): Promise<void> {
  await sql`
    update stage set position = place.position - 1
    from unnest(${[...ids]}::uuid[]) with ordinality as place (id, position)
    where stage.workspace_id = ${scope.workspaceId} and stage.id = place.id
      and stage.position <> place.position - 1`.execute(scope.tx);
}

/** Moves every deal of a stage, also those in the trash; since when they stand there stays. */
export async function moveDeals(scope: Scope, from: StageId, to: StageId): Promise<void> {
  await scope.tx
    .updateTable('deal')
    .set({ stage_id: to })
    .where('workspace_id', '=', scope.workspaceId)
    .where('stage_id', '=', from)
    .execute();
}

export async function hasDeals(scope: Scope, ids: readonly StageId[]): Promise<boolean> {
  const found = await scope.tx
    .selectFrom('deal')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('stage_id', 'in', [...ids])
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function deleteStage(scope: Scope, id: StageId): Promise<void> {
  await scope.tx.deleteFrom('stage').where('id', '=', id).execute();
}

function stageRows(scope: Scope) {
  return scope.tx
    .selectFrom('stage')
    .innerJoin('pipeline', (join) =>
      join
        .onRef('pipeline.workspace_id', '=', 'stage.workspace_id')
        .onRef('pipeline.id', '=', 'stage.pipeline_id'),
    )
    .where('stage.workspace_id', '=', scope.workspaceId)
    .select([
      'stage.id',
      'stage.version',
      'stage.pipeline_id',
      'stage.name',
      'stage.position',
      'stage.probability',
      'stage.outcome',
      'stage.quiet_after_days',
      'pipeline.is_default',
    ]);
}
