import { timeStatements } from '@evenkeel/contract/effort';
import { implement } from '../../../platform/http/implement.ts';
import { presentStatement } from './presenter.ts';
import * as service from './service.ts';

export const timeStatementRoutes = implement(timeStatements, {
  get: async ({ scope, params, query }) =>
    presentStatement(await service.readStatement(scope, params.id, query)),
});
