import { contactImports } from '@evenkeel/contract/contact-imports';
import { implement } from '../../platform/http/implement.ts';
import * as service from './service.ts';

export const contactImportRoutes = implement(contactImports, {
  preview: async ({ scope, body }) => service.preview(scope, body),
  run: async ({ scope, body }) => service.run(scope, body),
});
