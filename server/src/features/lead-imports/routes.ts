import { leadImports } from '@evenkeel/contract/lead-imports';
import { implement } from '../../platform/http/implement.ts';
import * as service from './service.ts';

export const leadImportRoutes = implement(leadImports, {
  preview: async ({ scope, body }) => service.preview(scope, body),
  run: async ({ scope, body }) => service.run(scope, body),
});
