import { pipelines, stages } from '@evenkeel/contract/pipelines';
import { implement } from '../../../platform/http/implement.ts';
import { presentPipeline, presentStage } from './presenter.ts';
import * as service from './service.ts';

export const pipelineRoutes = implement(pipelines, {
  list: async ({ scope }) => ({
    rows: (await service.listPipelines(scope)).map(presentPipeline),
  }),
  create: async ({ scope, body }) =>
    presentPipeline(await service.createPipeline(scope, body.name)),
  update: async ({ scope, params, body, version }) =>
    presentPipeline(await service.updatePipeline(scope, params.id, version, body)),
  orderStages: async ({ scope, params, body }) =>
    presentPipeline(await service.orderStages(scope, params.id, body.stageIds)),
  remove: async ({ scope, params, query }) => {
    await service.removePipeline(scope, params.id, query.moveTo);
    return {};
  },
});

export const stageRoutes = implement(stages, {
  create: async ({ scope, body }) => presentStage(await service.createStage(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentStage(await service.updateStage(scope, params.id, version, body)),
  remove: async ({ scope, params, query }) => {
    await service.removeStage(scope, params.id, query.moveTo);
    return {};
  },
});
