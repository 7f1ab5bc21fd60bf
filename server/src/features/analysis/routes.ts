import { analysisBoards } from '@evenkeel/contract/analysis';
import { implement } from '../../platform/http/implement.ts';
import { presentBoard, presentBoardRow } from './presenter.ts';
import * as service from './service.ts';

export const analysisBoardRoutes = implement(analysisBoards, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listBoards(scope, query);
    return { rows: rows.map(presentBoardRow), ...page };
  },
  get: async ({ scope, params }) => presentBoard(await service.getBoard(scope, params.id)),
  create: async ({ scope, body }) => presentBoard(await service.createBoard(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentBoard(await service.updateBoard(scope, { id: params.id, version }, body)),
  copy: async ({ scope, params, body }) =>
    presentBoard(await service.copyBoard(scope, params.id, body)),
  remove: async ({ scope, params }) => {
    await service.removeBoard(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) => presentBoard(await service.restoreBoard(scope, params.id)),
});
