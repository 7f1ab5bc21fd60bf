import { workingAgreements } from '@evenkeel/contract/working-agreements';
import { implement } from '../../platform/http/implement.ts';
import { presentContact, presentProjectAgreement } from './presenter.ts';
import * as service from './service.ts';

export const workingAgreementRoutes = implement(workingAgreements, {
  get: async ({ scope, params }) =>
    presentProjectAgreement(await service.readAgreement(scope, params.projectId)),
  save: async ({ scope, params, body }) =>
    presentProjectAgreement(await service.saveDraft(scope, params.projectId, body.content)),
  propose: async ({ scope, params }) =>
    presentProjectAgreement(await service.proposeDraft(scope, params.projectId)),
  acknowledge: async ({ scope, params, body }) =>
    presentProjectAgreement(await service.acknowledge(scope, { ...params, ...body }, 'ours')),
  contactsDue: async ({ scope, query }) => ({
    rows: (await service.listContactsDue(scope, { ...query, isMine: query.mine === 'true' })).map(
      presentContact,
    ),
  }),
});
