import { imports } from '@evenkeel/contract/imports';
import { implement, type Route } from '../../platform/http/implement.ts';
import {
  presentChanges,
  presentImport,
  presentImportRow,
  presentPreview,
  presentProblems,
} from './presenter.ts';
import * as service from './service.ts';

export const importRoutes: Route[] = implement(imports, {
  list: async ({ scope, query }) => {
    const before = query.cursor === undefined ? null : Number(query.cursor);
    const { rows, total, nextBefore } = await service.listImports(scope, {
      limit: query.limit,
      before,
    });
    const nextCursor = nextBefore === null ? null : String(nextBefore);
    return { rows: rows.map(presentImportRow), nextCursor, total };
  },
  create: async ({ scope }) => presentImport(await service.createImport(scope)),
  get: async ({ scope, params }) => presentImport(await service.getImport(scope, params.id)),
  addFile: async ({ scope, params, query, body }) =>
    presentImport(await service.addFile(scope, params.id, { name: query.name, bytes: body })),
  changeFile: async ({ scope, params, body }) =>
    presentImport(await service.changeFile(scope, params.id, { id: params.fileId, change: body })),
  removeFile: async ({ scope, params }) =>
    presentImport(await service.removeFile(scope, params.id, params.fileId)),
  preview: async ({ scope, params }) => presentPreview(await service.preview(scope, params.id)),
  problems: async ({ scope, params, query }) =>
    presentProblems(await service.preview(scope, params.id), query),
  changes: async ({ scope, params, query }) =>
    presentChanges(await service.preview(scope, params.id), query),
  names: async ({ scope, params, query }) => ({
    names: await service.namesFor(scope, params.id, query),
  }),
  choose: async ({ scope, params, body }) =>
    presentImport(await service.choose(scope, params.id, body.choices)),
  run: async ({ scope, params, body }) =>
    presentImport(await service.run(scope, params.id, body.handOffsFrom ?? null)),
  cancel: async ({ scope, params }) => presentImport(await service.cancel(scope, params.id)),
  undo: async ({ scope, params }) => presentImport(await service.undo(scope, params.id)),
  remove: async ({ scope, params }) => {
    await service.removeImport(scope, params.id);
    return {};
  },
});
