import { clientDuties } from '@evenkeel/contract/client-duties';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const named = [
  'client_duty',
  'task',
  'contact',
  'project',
  'account',
  'member',
  'file',
  'approval',
];
const waited = [
  'client_duty',
  'deliverable',
  'deliverable_version',
  'change_request',
  'task',
  'project',
  'calendar',
];

type Where = { readonly projectId: ProjectId } | { readonly accountId: AccountId };

/** What the client is asked for. */
export function useClientDuties(where: Where) {
  return useApi(clientDuties.list, { query: where }, { subjects: [...named, 'deliverable'] });
}

/** Who waited for whom, and for how long. */
export function useClientWaits(where: Where) {
  return useApi(
    clientDuties.waits,
    { query: where },
    { subjects: [...waited, 'calendar_exception', 'contact', 'approval'] },
  );
}

/** Any of the calls that write duties; each is a task. */
export function useDutyWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['client_duty', 'task', 'dependency'] });
}
