import { dealOutcomes } from '@evenkeel/core/deals/pipeline';
import type { PipelineId, StageId } from '@evenkeel/core/id';
import { z } from 'zod';
import { quietDays, stageView } from './deals.ts';
import { done, endpoint } from './endpoint.ts';
import { basisPoints, id, version } from './scalars.ts';

const pipelineId = id<PipelineId>();
const stageId = id<StageId>();
const name = z.string().trim().min(1, 'is needed').max(100, 'is longer than 100 characters');

/** A way that deals take, with its stages in order and how many deals stand in each. */
export const pipelineView = z.object({
  id: pipelineId,
  version,
  name: z.string(),
  position: z.int(),
  isDefault: z.boolean().describe('New and imported deals begin here.'),
  stages: z.array(stageView.extend({ dealCount: z.int() })),
});
/** A pipeline with its stages. */
export type PipelineView = z.infer<typeof pipelineView>;

const stageFields = {
  name,
  probability: basisPoints.describe('Won counts as 100 %, lost as 0 %, whatever is given.'),
  quietAfterDays: quietDays.nullable(),
};

/** The ways that deals take through the firm. */
export const pipelines = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/pipelines',
    permission: 'read',
    summary: 'Every pipeline with its stages, in order.',
    output: z.object({ rows: z.array(pipelineView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/pipelines',
    permission: 'manage',
    summary: 'Add a pipeline. It begins with the stages of the default one.',
    body: z.object({ name }),
    output: pipelineView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/pipelines/:id',
    permission: 'manage',
    summary: 'Rename a pipeline, or make it the default one.',
    ifMatch: true,
    params: z.object({ id: pipelineId }),
    body: z.object({ name, isDefault: z.literal(true) }).partial(),
    output: pipelineView,
  }),
  orderStages: endpoint({
    method: 'PUT',
    path: '/api/v1/pipelines/:id/stages',
    permission: 'manage',
    summary: 'Put the stages of a pipeline in order. What is decided always stands last.',
    params: z.object({ id: pipelineId }),
    body: z.object({ stageIds: z.array(stageId).min(1).max(100) }),
    output: pipelineView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/pipelines/:id',
    permission: 'manage',
    summary:
      'Delete a pipeline. Its deals go to the stages of another that are nearest in probability.',
    params: z.object({ id: pipelineId }),
    query: z.object({ moveTo: pipelineId.optional() }),
    output: done,
  }),
};

/** The steps of a pipeline. */
export const stages = {
  create: endpoint({
    method: 'POST',
    path: '/api/v1/stages',
    permission: 'manage',
    summary: 'Add a stage to a pipeline, as the last of its outcome.',
    body: z
      .object({ pipelineId, outcome: z.enum(dealOutcomes), ...stageFields })
      .partial({ quietAfterDays: true, outcome: true }),
    output: stageView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/stages/:id',
    permission: 'manage',
    summary: 'Change the name, probability or patience of a stage.',
    ifMatch: true,
    params: z.object({ id: stageId }),
    body: z.object(stageFields).partial(),
    output: stageView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/stages/:id',
    permission: 'manage',
    summary: 'Delete a stage. Its deals go to another stage of the same outcome.',
    params: z.object({ id: stageId }),
    query: z.object({ moveTo: stageId.optional() }),
    output: done,
  }),
};
