import { deliverables } from '@evenkeel/contract/deliverables';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { DeliverableId, ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const own = ['deliverable', 'deliverable_version', 'deliverable_file', 'approval'];
const subjects = [...own, 'project', 'account', 'contact', 'task', 'member'];

/** The deliverables of a client project, with every version. */
export function useDeliverables(projectId: ProjectId) {
  return useApi(deliverables.list, { query: { projectId } }, { subjects });
}

export function useDeliverable(id: DeliverableId) {
  return useApi(deliverables.get, { params: { id } }, { subjects });
}

/** Any of the calls that write deliverables; asking makes tasks on the client's side. */
export function useDeliverableWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: [...own, 'client_duty', 'task', 'file'] });
}
