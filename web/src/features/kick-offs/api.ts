import type { Endpoint } from '@evenkeel/contract/endpoint';
import { kickOffs } from '@evenkeel/contract/kick-offs';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = [
  'kick_off_item',
  'client_duty',
  'meeting',
  'working_agreement',
  'person',
  'contact',
];

/** The kick-off plan of a client project. */
export function useKickOff(projectId: ProjectId) {
  return useApi(
    kickOffs.get,
    { params: { id: projectId } },
    { subjects: [...subjects, 'project'] },
  );
}

/** Any of the calls that write a kick-off plan; what is asked of the client is a task as well. */
export function useKickOffWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['kick_off_item', 'client_duty', 'task'] });
}
