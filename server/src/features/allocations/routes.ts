import { allocations } from '@evenkeel/contract/allocations';
import { implement } from '../../platform/http/implement.ts';
import { presentClash } from './clashes/presenter.ts';
import { findClashes } from './clashes/service.ts';
import { presentFreePerson } from './free-people/presenter.ts';
import { findFreePeople } from './free-people/service.ts';
import { presentPlanner } from './planner/presenter.ts';
import { viewPlanner } from './planner/service.ts';
import { presentAllocation } from './presenter.ts';
import * as service from './service.ts';

export const allocationRoutes = implement(allocations, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listAllocations(scope, query);
    return { rows: rows.map(presentAllocation), ...page };
  },
  planner: async ({ scope, query }) => presentPlanner(await viewPlanner(scope, query)),
  clashes: async ({ scope, query }) => {
    const found = await findClashes(scope, query);
    return { rows: found.clashes.map((clash) => presentClash(clash, found)) };
  },
  freePeople: async ({ scope, query }) => {
    const found = await findFreePeople(scope, query);
    return { rows: found.candidates.map((candidate) => presentFreePerson(candidate, found)) };
  },
  get: async ({ scope, params }) =>
    presentAllocation(await service.getAllocation(scope, params.id)),
  create: async ({ scope, body }) => presentAllocation(await service.createAllocation(scope, body)),
  update: async ({ scope, params, version, body }) =>
    presentAllocation(await service.updateAllocation(scope, { id: params.id, version }, body)),
  split: async ({ scope, params, version, body }) => ({
    rows: (await service.splitAllocation(scope, { id: params.id, version }, body)).map(
      presentAllocation,
    ),
  }),
  fill: async ({ scope, params, version, body }) => ({
    rows: (await service.fillPlaceholder(scope, { id: params.id, version }, body)).map(
      presentAllocation,
    ),
  }),
  bulk: async ({ scope, body }) => ({
    rows: (await service.changeAllocations(scope, body)).map(presentAllocation),
  }),
  remove: async ({ scope, params }) => {
    await service.removeAllocation(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentAllocation(await service.restoreAllocation(scope, params.id)),
});
