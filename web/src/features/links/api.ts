import type { Endpoint } from '@evenkeel/contract/endpoint';
import { links } from '@evenkeel/contract/links';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { useApi, useApiWrite } from '../../lib/queries.ts';

/** What a record is linked with; asked again also when one of those records may have changed. */
export function useLinks({ kind, id }: SubjectRef) {
  return useApi(
    links.list,
    { query: { subjectKind: kind, subjectId: id } },
    { subjects: ['link', 'account', 'contact', 'deal', 'goal', 'project', 'task'] },
  );
}

/** Any of the calls that write links. */
export function useLinkWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['link'] });
}
