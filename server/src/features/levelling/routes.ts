import { levelling } from '@evenkeel/contract/levelling';
import { implement, type Route } from '../../platform/http/implement.ts';
import { presentProposal, presentRow, presentRun } from './presenter.ts';
import * as service from './service.ts';

export const levellingRoutes: Route[] = implement(levelling, {
  list: async ({ scope, query }) => {
    const before = query.cursor === undefined ? null : Number(query.cursor);
    const found = await service.listRuns(scope, { limit: query.limit, before });
    const nextCursor = found.nextBefore === null ? null : String(found.nextBefore);
    return { rows: found.rows.map(presentRow), nextCursor, total: found.total };
  },
  create: async ({ scope, body }) => presentRun(await service.requestRun(scope, body)),
  get: async ({ scope, params }) => presentRun(await service.getRun(scope, params.id)),
  proposals: async ({ scope, params, query }) => {
    const { rows, assignees, next, total, ...names } = await service.listProposals(
      scope,
      params.id,
      {
        limit: query.limit,
        after: query.cursor === undefined ? -1 : Number(query.cursor),
        isMoved: query.isMoved === undefined ? null : query.isMoved === 'true',
      },
    );
    return {
      rows: rows.map((row) => presentProposal(row, assignees.get(row.task_id) ?? [], names)),
      nextCursor: next === null ? null : String(next),
      total,
    };
  },
  cancel: async ({ scope, params }) => presentRun(await service.cancelRun(scope, params.id)),
  accept: async ({ scope, params, body }) => {
    const found = await service.acceptRun(scope, params.id, body.taskIds ?? null);
    return { run: presentRun(found), accepted: found.done, changedSince: found.changedSince };
  },
  undo: async ({ scope, params }) => {
    const found = await service.undoRun(scope, params.id);
    return { run: presentRun(found), takenBack: found.done, changedSince: found.changedSince };
  },
  discard: async ({ scope, params, body }) =>
    presentRun(await service.discardRun(scope, params.id, body.isDiscarded)),
});
