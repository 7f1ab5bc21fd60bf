import { portal } from '@evenkeel/contract/portal/portal';
import { implement } from '../../platform/http/implement.ts';
import { presentProject, presentSession } from './presenter.ts';
import * as service from './service.ts';

export const portalRoutes = implement(portal, {
  session: async ({ scope }) => presentSession(await service.readSession(scope)),
  project: async ({ scope, params }) =>
    presentProject(await service.requirePortalProject(scope, params.projectId)),
});
