import { checklistSteps, workspaces } from '@evenkeel/contract/workspaces';
import { implement, type Route } from '../../platform/http/implement.ts';
import { type Identity, sendCookies, visitOf } from '../identity/service.ts';
import * as checklist from './checklist/service.ts';
import { presentWorkspace } from './presenter.ts';
import * as service from './service.ts';
import * as sidebar from './sidebar/service.ts';

export function workspaceRoutes(identity: Identity): readonly Route[] {
  return implement(workspaces, {
    setUp: async (call) =>
      sendCookies(call.reply, await service.setUp(identity, visitOf(call.request), call.body)),
    get: async ({ scope }) => presentWorkspace(await service.getWorkspace(scope)),
    update: async ({ scope, body, version }) =>
      presentWorkspace(await service.updateWorkspace(scope, version, body)),
    sidebar: ({ scope }) => sidebar.readSidebar(scope),
    foldSidebar: ({ scope, body }) => sidebar.foldSidebar(scope, body.foldedGroups),
    checklist: async ({ scope }) => {
      const { isHidden, isDone } = await checklist.readChecklist(scope);
      return { isHidden, steps: checklistSteps.map((step) => ({ step, isDone: isDone[step] })) };
    },
    hideChecklist: async ({ scope, body }) => {
      await checklist.hideChecklist(scope, body.isHidden);
      return {};
    },
  });
}
