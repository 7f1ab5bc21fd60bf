import { previews } from '@evenkeel/contract/previews';
import { implement } from '../../../platform/http/implement.ts';
import { presentPreview } from './presenter.ts';
import * as service from './service.ts';

export const previewRoutes = implement(previews, {
  start: async ({ scope, params }) => presentPreview(await service.previewStart(scope, params.id)),
  win: async ({ scope, params, query }) =>
    presentPreview(await service.previewWin(scope, params.id, query)),
  applyWin: async ({ scope, params, body, version }) =>
    service.applyWin(scope, params.id, version, body),
});
