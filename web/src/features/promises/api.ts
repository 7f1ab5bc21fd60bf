import type { QueryOf } from '@evenkeel/contract/endpoint';
import { promises } from '@evenkeel/contract/promises';
import type { AccountId, PersonId, ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['promise', 'project', 'account', 'person', 'member'];

/** Whose promises are looked at; the whole firm's without any of them. */
export type PromisesOf = {
  readonly projectId?: ProjectId;
  readonly accountId?: AccountId;
  readonly personId?: PersonId;
};

/** What clients were told: what stands, or every version of it. */
export function usePromises(of: PromisesOf, versions: QueryOf<typeof promises.list>['versions']) {
  return useApi(promises.list, { query: { ...of, versions } }, { subjects, keepPrevious: true });
}

export function useTell() {
  return useApiWrite(promises.tell, { subjects: ['promise'] });
}
const pages = [
  { id: 'promises', label: 'Promises', href: '/promises' },
  { id: 'notices', label: 'Delay notices', href: '/delay-notices' },
  { id: 'decisions', label: 'Decisions', href: '/decisions' },
] as const;

/** The pages of what clients were told, one of them open. */
export function promiseTabs(open: (typeof pages)[number]['id']) {
  return pages.map(({ id, label, href }) => ({ label, href, active: id === open }));
}
