import { leads } from '@evenkeel/contract/leads';
import type { LeadDefinition } from '@evenkeel/core/leads/qualification';
import { implement } from '../../platform/http/implement.ts';
import { presentLead } from './presenter.ts';
import * as service from './service.ts';

const present = ({ lead, definition }: service.LeadWithDefinition) => presentLead(lead, definition);
const presentDefinition = ({ text, criteria }: LeadDefinition) => ({
  text,
  criteria: [...criteria],
});

export const leadRoutes = implement(leads, {
  definition: async ({ scope }) => presentDefinition(await service.getDefinition(scope)),
  define: async ({ scope, body }) => presentDefinition(await service.define(scope, body)),
  list: async ({ scope, query }) => {
    const definition = await service.getDefinition(scope);
    const { rows, ...page } = await service.listLeads(scope, query);
    return { rows: rows.map((lead) => presentLead(lead, definition)), ...page };
  },
  get: async ({ scope, params }) => present(await service.getLead(scope, params.id)),
  create: async ({ scope, body }) => present(await service.createLead(scope, body)),
  update: async ({ scope, params, body, version }) =>
    present(await service.updateLead(scope, params.id, version, body)),
  matches: async ({ scope, params }) => service.matchesOf(scope, params.id),
  qualify: async ({ scope, params, body, version }) =>
    present(await service.qualifyLead(scope, params.id, version, body)),
  disqualify: async ({ scope, params, body, version }) =>
    present(await service.disqualifyLead(scope, params.id, version, body.reason)),
  remove: async ({ scope, params }) => {
    await service.removeLead(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) => present(await service.restoreLead(scope, params.id)),
});
