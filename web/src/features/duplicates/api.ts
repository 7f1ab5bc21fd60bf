import { duplicates } from '@evenkeel/contract/duplicates';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { MergeKind } from '@evenkeel/core/duplicates/merge';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = [
  'account',
  'contact',
  'contact_account',
  'contact_email',
  'contact_phone',
  'duplicate_dismissal',
  'record_merge',
];
/** What a merge moves besides. */
const moved = ['deal', 'project', 'interaction', 'customer_goal', 'customer_initiative', 'lead'];

export function useDuplicates() {
  return useApi(duplicates.list, {}, { subjects });
}

export type PairParams = {
  readonly kind: MergeKind;
  readonly firstId: string;
  readonly secondId: string;
};

export function useComparison(params: PairParams) {
  return useApi(
    duplicates.compare,
    { params: { ...params } },
    { subjects: [...subjects, ...moved] },
  );
}

/** What a record in the trash was merged into; asked only where it lies there. */
export function useMergedInto(kind: MergeKind, id: string, enabled: boolean) {
  return useApi(
    duplicates.mergedInto,
    { params: { kind, id } },
    { subjects: ['record_merge'], enabled },
  );
}

/** Any of the calls that settle what a pair is. */
export function useDuplicateWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: [...subjects, ...moved, 'comment', 'file', 'link'] });
}
