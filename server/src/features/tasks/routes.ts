import { tasks } from '@evenkeel/contract/tasks';
import { implement } from '../../platform/http/implement.ts';
import { removeItem, updateItem } from './checklist/service.ts';
import { presentItem, presentTask, presentTaskRow } from './presenter.ts';
import * as service from './service.ts';

export const taskRoutes = implement(tasks, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listTasks(scope, query);
    return { rows: rows.map(presentTaskRow), ...page };
  },
  get: async ({ scope, params }) => presentTask(await service.getTask(scope, params.id)),
  create: async ({ scope, body }) => presentTask(await service.createTask(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentTask(await service.updateTask(scope, params.id, version, body)),
  setAssignees: async ({ scope, params, body }) =>
    presentTask(await service.setAssignees(scope, params.id, body)),
  bulk: async ({ scope, body }) => ({
    rows: (await service.changeTasks(scope, body)).map(presentTaskRow),
  }),
  changes: async ({ scope, body }) => ({
    rows: (await service.changeEach(scope, body)).map(presentTaskRow),
  }),
  addChecklistItem: async ({ scope, params, body }) =>
    presentItem(await service.addChecklistItem(scope, params.id, body)),
  updateChecklistItem: async ({ scope, params, body }) =>
    presentItem(await updateItem(scope, { taskId: params.id, id: params.itemId }, body)),
  removeChecklistItem: async ({ scope, params }) => {
    await removeItem(scope, { taskId: params.id, id: params.itemId });
    return {};
  },
  remove: async ({ scope, params }) => {
    await service.removeTask(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) => presentTask(await service.restoreTask(scope, params.id)),
});
