import {
  assumptions,
  benefits,
  costItems,
  initiativeCases,
  stakeholders,
} from '@evenkeel/contract/initiative-case';
import { implement } from '../../../platform/http/implement.ts';
import { presentOnePage } from './one-page/presenter.ts';
import { getOnePage, listPublished } from './one-page/service.ts';
import {
  presentAssumption,
  presentBenefit,
  presentCase,
  presentCostItem,
  presentStakeholder,
} from './presenter.ts';
import * as service from './service.ts';

export const initiativeCaseRoutes = implement(initiativeCases, {
  get: async ({ scope, params }) =>
    presentCase(await service.getCase(scope, params.id), scope.today),
  onePage: async ({ scope, params }) => presentOnePage(await getOnePage(scope, params.id)),
  published: async ({ scope }) => ({ rows: (await listPublished(scope)).map(presentOnePage) }),
});

export const benefitRoutes = implement(benefits, {
  create: async ({ scope, params, body }) =>
    presentBenefit(await service.addBenefit(scope, params.id, body), scope.today),
  update: async ({ scope, params, body, version }) => {
    const key = { id: params.id, version };
    return presentBenefit(await service.updateBenefit(scope, key, body), scope.today);
  },
  remove: async ({ scope, params }) => {
    await service.removePart(scope, 'benefit', params.id);
    return {};
  },
});

export const assumptionRoutes = implement(assumptions, {
  create: async ({ scope, params, body }) =>
    presentAssumption(await service.addAssumption(scope, params.id, body)),
  update: async ({ scope, params, body, version }) =>
    presentAssumption(await service.updateAssumption(scope, { id: params.id, version }, body)),
  remove: async ({ scope, params }) => {
    await service.removePart(scope, 'assumption', params.id);
    return {};
  },
});

export const costItemRoutes = implement(costItems, {
  create: async ({ scope, params, body }) =>
    presentCostItem(await service.addCostItem(scope, params.id, body)),
  update: async ({ scope, params, body, version }) => {
    const key = { id: params.id, version };
    return presentCostItem(await service.updateCostItem(scope, key, body));
  },
  remove: async ({ scope, params }) => {
    await service.removePart(scope, 'cost_item', params.id);
    return {};
  },
});

export const stakeholderRoutes = implement(stakeholders, {
  create: async ({ scope, params, body }) =>
    presentStakeholder(await service.addStakeholder(scope, params.id, body)),
  update: async ({ scope, params, body, version }) => {
    const key = { id: params.id, version };
    return presentStakeholder(await service.updateStakeholder(scope, key, body));
  },
  remove: async ({ scope, params }) => {
    await service.removePart(scope, 'stakeholder', params.id);
    return {};
  },
});
