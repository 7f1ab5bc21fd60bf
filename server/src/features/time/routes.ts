import { time } from '@evenkeel/contract/time';
import { implement } from '../../platform/http/implement.ts';
import { presentEntry, presentTotals } from './presenter.ts';
import * as service from './service.ts';
import { presentTargets, presentWeek } from './week/presenter.ts';
import { findTargets, readWeek } from './week/service.ts';

export const timeRoutes = implement(time, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listEntries(scope, query);
    const totals = presentTotals(await service.sumEntries(scope, query));
    return { rows: rows.map(presentEntry), ...page, totals };
  },
  get: async ({ scope, params }) => presentEntry(await service.getEntry(scope, params.id)),
  create: async ({ scope, body }) => presentEntry(await service.createEntry(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentEntry(await service.updateEntry(scope, params.id, version, body)),
  remove: async ({ scope, params }) => {
    await service.removeEntry(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) => presentEntry(await service.restoreEntry(scope, params.id)),
  week: async ({ scope, query }) => presentWeek(await readWeek(scope, query)),
  targets: async ({ scope, query }) => ({ rows: presentTargets(await findTargets(scope, query)) }),
});
