import { contracts } from '@evenkeel/contract/quotes';
import { implement } from '../../../platform/http/implement.ts';
import { presentContract } from './presenter.ts';
import * as service from './service.ts';

export const contractRoutes = implement(contracts, {
  ofDeal: async ({ scope, params }) => {
    const contract = await service.contractOfDeal(scope, params.dealId);
    return { contract: contract && presentContract(contract) };
  },
  create: async ({ scope, params, body }) =>
    presentContract(await service.createContract(scope, params.dealId, body)),
  update: async ({ scope, params, body, version }) =>
    presentContract(await service.updateContract(scope, { id: params.id, version }, body)),
  remove: async ({ scope, params }) => {
    await service.removeContract(scope, params.id);
    return {};
  },
});
