import { taskImports } from '@evenkeel/contract/task-imports';
import { implement, type Route } from '../../platform/http/implement.ts';
import {
  presentListedTasks,
  presentTaskImport,
  presentTaskPreview,
  presentTaskProblems,
} from './presenter.ts';
import * as service from './service.ts';

export const taskImportRoutes: Route[] = implement(taskImports, {
  create: async ({ scope, body }) =>
    presentTaskImport(await service.createTaskImport(scope, body.projectId)),
  get: async ({ scope, params }) =>
    presentTaskImport(await service.getTaskImport(scope, params.id)),
  putFile: async ({ scope, params, query, body }) =>
    presentTaskImport(await service.putFile(scope, params.id, { name: query.name, bytes: body })),
  change: async ({ scope, params, body }) =>
    presentTaskImport(await service.changeTaskImport(scope, params.id, body)),
  preview: async ({ scope, params }) =>
    presentTaskPreview(
      await service.previewTasks(scope, params.id),
      await service.pickedPeople(scope),
    ),
  problems: async ({ scope, params, query }) =>
    presentTaskProblems(await service.previewTasks(scope, params.id), query),
  tasks: async ({ scope, params, query }) =>
    presentListedTasks(await service.previewTasks(scope, params.id), query),
});
