import { portalProfiles } from '@evenkeel/contract/portal/profile';
import { implement } from '../../../platform/http/implement.ts';
import { presentProfile } from './presenter.ts';
import * as service from './service.ts';

export const portalProfileRoutes = implement(portalProfiles, {
  get: async ({ scope }) => presentProfile(await service.readProfile(scope)),
  update: async ({ scope, body }) => presentProfile(await service.changeProfile(scope, body)),
});
