import type { Endpoint } from '@evenkeel/contract/endpoint';
import { leads } from '@evenkeel/contract/leads';
import type { LeadId } from '@evenkeel/core/id';
import { useAllRows } from '../../lib/all-rows.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['lead', 'lead_definition', 'account', 'contact', 'deal'];

export function useLeads() {
  return useAllRows(leads.list, { sort: '-number' }, 'lead');
}

export function useLead(id: LeadId) {
  return useApi(leads.get, { params: { id } }, { subjects });
}

/** Accounts and contacts that are here already and probably mean the lead's. */
export function useLeadMatches(id: LeadId) {
  return useApi(leads.matches, { params: { id } }, { subjects });
}

export function useLeadDefinition() {
  return useApi(leads.definition, {}, { subjects: ['lead_definition'] });
}

/** Any of the calls that write leads. */
export function useLeadWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}
