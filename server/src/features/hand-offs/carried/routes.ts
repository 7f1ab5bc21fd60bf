import { soldProjects } from '@evenkeel/contract/sold-projects';
import { implement } from '../../../platform/http/implement.ts';
import { presentSold } from './presenter.ts';
import * as service from './service.ts';

export const soldProjectRoutes = implement(soldProjects, {
  get: async ({ scope, params }) => presentSold(await service.getSold(scope, params.id)),
  setLineState: async ({ scope, params, body, version }) =>
    presentSold(await service.setLineState(scope, { id: params.id, version }, body.state)),
});
