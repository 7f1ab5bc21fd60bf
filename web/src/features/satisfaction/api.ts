import { satisfaction } from '@evenkeel/contract/satisfaction';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const kept = ['satisfaction'];

/** Of what: one project, or all projects of an account. */
export type SatisfactionOf = { readonly projectId: ProjectId } | { readonly accountId: AccountId };

/** Sums, trend and answers of a project or an account. */
export function useSatisfaction(of: SatisfactionOf) {
  return useApi(
    satisfaction.report,
    { query: of },
    { subjects: [...kept, 'project', 'member', 'task'] },
  );
}

/** Asks client users now. */
export function useAsk() {
  return useApiWrite(satisfaction.ask, { subjects: [...kept, 'notification'] });
}
