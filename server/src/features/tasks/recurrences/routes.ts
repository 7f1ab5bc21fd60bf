import { recurrences } from '@evenkeel/contract/recurrences';
import { implement } from '../../../platform/http/implement.ts';
import { getTask } from '../service.ts';
import { presentRecurrence } from './presenter.ts';
import * as service from './service.ts';

export const recurrenceRoutes = implement(recurrences, {
  get: async ({ scope, params }) =>
    presentRecurrence(await service.getRecurrence(scope, params.id)),
  create: async ({ scope, body }) => {
    const { task } = await getTask(scope, body.taskId);
    return presentRecurrence(await service.createRecurrence(scope, task, body));
  },
  update: async ({ scope, params, body, version }) =>
    presentRecurrence(await service.updateRecurrence(scope, { id: params.id, version }, body)),
  skip: async ({ scope, params, body }) =>
    presentRecurrence(await service.skipDay(scope, params.id, body.on)),
  unskip: async ({ scope, params, body }) => {
    await service.unskipDay(scope, params.id, body.on);
    return {};
  },
});
