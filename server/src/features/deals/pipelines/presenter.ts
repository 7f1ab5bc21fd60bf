import type { StageView } from '@evenkeel/contract/deals';
import type { PipelineView } from '@evenkeel/contract/pipelines';
import type { StageRecord } from './repository.ts';
import type { PipelineWithStages } from './service.ts';

export function presentStage(stage: StageRecord): StageView {
  return {
    id: stage.id,
    version: stage.version,
    pipelineId: stage.pipeline_id,
    name: stage.name,
    position: stage.position,
    probability: stage.probability,
    outcome: stage.outcome,
    quietAfterDays: stage.quiet_after_days,
  };
}

export function presentPipeline({ pipeline, stages, counts }: PipelineWithStages): PipelineView {
  return {
    id: pipeline.id,
    version: pipeline.version,
    name: pipeline.name,
    position: pipeline.position,
    isDefault: pipeline.is_default,
    stages: stages.map((stage) => ({
      ...presentStage(stage),
      dealCount: counts.get(stage.id) ?? 0,
    })),
  };
}
