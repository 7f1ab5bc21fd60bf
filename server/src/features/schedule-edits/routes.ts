import { scheduleEdits } from '@evenkeel/contract/schedule-edits';
import { implement } from '../../platform/http/implement.ts';
import { presentMoves } from './presenter.ts';
import * as service from './service.ts';

export const scheduleEditRoutes = implement(scheduleEdits, {
  preview: async ({ scope, body }) => presentMoves(await service.previewEdits(scope, body.edits)),
  apply: async ({ scope, body }) => presentMoves(await service.applyEdits(scope, body.edits)),
});
