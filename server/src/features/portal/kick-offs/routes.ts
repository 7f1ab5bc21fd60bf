import { portalKickOffs } from '@evenkeel/contract/portal/kick-offs';
import { implement } from '../../../platform/http/implement.ts';
import { presentItem } from './presenter.ts';
import { readKickOff } from './service.ts';

export const portalKickOffRoutes = implement(portalKickOffs, {
  get: async ({ scope, params }) => {
    const { items, ...progress } = await readKickOff(scope, params.projectId);
    return { ...progress, items: items.map(presentItem) };
  },
});
