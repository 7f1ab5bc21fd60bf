import { strategyBoard } from '@evenkeel/contract/strategy-board';
import { implement } from '../../platform/http/implement.ts';
import { presentStrategyBoard } from './presenter.ts';
import * as service from './service.ts';

export const strategyBoardRoutes = implement(strategyBoard, {
  get: async ({ scope }) => presentStrategyBoard(await service.gatherStrategy(scope), scope.today),
});
