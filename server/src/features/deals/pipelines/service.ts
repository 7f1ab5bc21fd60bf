import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { pipelines, stages } from '@evenkeel/contract/pipelines';
import { usualQuietDays } from '@evenkeel/core/deals/pipeline';
import {
  nearestStage,
  orderedStages,
  pipelineIssues,
  probabilityOf,
} from '@evenkeel/core/deals/stages';
import type { PipelineId, StageId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export type { StageRecord } from './repository.ts';
export { findStage, listStages } from './repository.ts';

export type PipelineWithStages = {
  readonly pipeline: repository.PipelineRecord;
  readonly stages: readonly repository.StageRecord[];
  readonly counts: ReadonlyMap<StageId, number>;
};

export async function listPipelines(scope: Scope): Promise<PipelineWithStages[]> {
  const found = await repository.listPipelines(scope);
  const stages = await repository.listStages(scope);
  const counts = await repository.countDeals(scope);
  return found.map((pipeline) => ({
    pipeline,
    stages: stages.filter((stage) => stage.pipeline_id === pipeline.id),
    counts,
  }));
}

/** The pipeline in which new and imported deals begin. */
export async function defaultPipelineId(scope: Scope): Promise<PipelineId> {
  const found = await repository.listPipelines(scope);
  const pipeline = found.find((one) => one.is_default) ?? found[0];
  if (!pipeline) throw new AppError('wrong-state', 'There is no pipeline yet. Add one first.');
  return pipeline.id;
}

/** The first stage of the default pipeline. */
export async function firstStageId(scope: Scope): Promise<StageId> {
  const stages = await repository.listStages(scope);
  const stage = stages.find((one) => one.is_default) ?? stages[0];
  if (!stage) throw new AppError('wrong-state', 'The pipeline has no stages yet. Add one first.');
  return stage.id;
}

export async function createPipeline(scope: Scope, name: string): Promise<PipelineWithStages> {
  const all = await listPipelines(scope);
  const model = all.find(({ pipeline }) => pipeline.is_default) ?? all[0];
  const id = await repository.insertPipeline(scope, name, all.length);
  if (model) await repository.insertStages(scope, id, model.stages);
  return getPipeline(scope, id);
}

export async function updatePipeline(
  scope: Scope,
  id: PipelineId,
  version: number,
  change: BodyOf<typeof pipelines.update>,
): Promise<PipelineWithStages> {
  await repository.updatePipeline(scope, { id, version }, change);
  return getPipeline(scope, id);
}

export async function orderStages(
  scope: Scope,
  id: PipelineId,
  stageIds: readonly StageId[],
): Promise<PipelineWithStages> {
  const { stages } = await getPipeline(scope, id);
  const asked = stageIds.flatMap((wanted) => stages.find((stage) => stage.id === wanted) ?? []);
  if (new Set(asked).size !== stages.length || asked.length !== stageIds.length) {
    throw invalid(['stageIds'], 'incomplete', 'must name each stage of the pipeline once');
  }
  await repository.placeStages(
    scope,
    orderedStages(asked).map((stage) => stage.id),
  );
  return getPipeline(scope, id);
}

/** Deletes a pipeline; its deals, also those in the trash, go on in another. */
export async function removePipeline(
  scope: Scope,
  id: PipelineId,
  moveTo: PipelineId | undefined,
): Promise<void> {
  const { pipeline, stages } = await getPipeline(scope, id);
  if (pipeline.is_default) {
    throw new AppError(
      'wrong-state',
      'New deals begin in this pipeline. Make another one the default first.',
    );
  }
  const ids = stages.map((stage) => stage.id);
  if (ids.length > 0 && (await repository.hasDeals(scope, ids))) {
    if (!moveTo || moveTo === id) {
      throw new AppError('still-in-use', 'Deals stand in this pipeline. Say where they shall go.', {
        issues: [{ path: ['moveTo'], code: 'needed', message: 'is needed: deals stand there' }],
      });
    }
    const { stages: targets } = await getPipeline(scope, moveTo);
    for (const stage of stages) {
      const target = nearestStage(stage, targets);
      if (!target) throw invalid(['moveTo'], 'no-stage', `has no ${stage.outcome} stage`);
      await repository.moveDeals(scope, stage.id, target.id);
    }
  }
  await repository.deletePipeline(scope, id);
}

export async function createStage(
  scope: Scope,
  body: BodyOf<typeof stages.create>,
): Promise<repository.StageRecord> {
  const { pipelineId, outcome = 'open', name, probability } = body;
  const { stages: present } = await getPipeline(scope, pipelineId);
  const quiet = body.quietAfterDays === undefined ? usualQuietDays : body.quietAfterDays;
  const [id] = await repository.insertStages(scope, pipelineId, [
    {
      name,
      outcome,
      position: present.length,
      probability: probabilityOf({ outcome, probability }),
      quiet_after_days: outcome === 'open' ? quiet : null,
    },
  ]);
  if (!id) throw new Error('the stage was not written');
  const { stages: all } = await getPipeline(scope, pipelineId);
  await repository.placeStages(
    scope,
    orderedStages(all).map((stage) => stage.id),
  );
  return getStage(scope, id);
}

export async function updateStage(
  scope: Scope,
  id: StageId,
  version: number,
  change: BodyOf<typeof stages.update>,
): Promise<repository.StageRecord> {
  const { outcome } = await getStage(scope, id);
  const { probability, quietAfterDays, name } = change;
  await repository.updateStage(
    scope,
    { id, version },
    {
      name,
      probability: probability === undefined ? undefined : probabilityOf({ outcome, probability }),
      quietAfterDays: outcome === 'open' ? quietAfterDays : undefined,
    },
  );
  return getStage(scope, id);
}

/** Deletes a stage; its deals go to another of the same outcome, so that none is won or lost by it. */
export async function removeStage(
  scope: Scope,
  id: StageId,
  moveTo: StageId | undefined,
): Promise<void> {
  const stage = await getStage(scope, id);
  const { stages: all } = await getPipeline(scope, stage.pipeline_id);
  const [missing] = pipelineIssues(all.filter((one) => one.id !== id));
  if (missing) throw new AppError('wrong-state', `${missing.message} Add another first.`);
  if (await repository.hasDeals(scope, [id])) {
    const target = moveTo === undefined ? undefined : await repository.findStage(scope, moveTo);
    if (!target || target.id === id || target.outcome !== stage.outcome) {
      throw new AppError('still-in-use', 'Deals stand in this stage. Say where they shall go.', {
        issues: [
          { path: ['moveTo'], code: 'needed', message: `must be another ${stage.outcome} stage` },
        ],
      });
    }
    await repository.moveDeals(scope, id, target.id);
  }
  await repository.deleteStage(scope, id);
}

async function getPipeline(scope: Scope, id: PipelineId): Promise<PipelineWithStages> {
  const found = (await listPipelines(scope)).find(({ pipeline }) => pipeline.id === id);
  if (!found) throw new AppError('not-found', 'There is no such pipeline.');
  return found;
}

async function getStage(scope: Scope, id: StageId): Promise<repository.StageRecord> {
  const stage = await repository.findStage(scope, id);
  if (!stage) throw new AppError('not-found', 'There is no such stage.');
  return stage;
}
