import type { Endpoint } from '@evenkeel/contract/endpoint';
import { mix, mixReviews } from '@evenkeel/contract/mix';
import type { MixReviewId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const worked = [
  'time_entry',
  'task',
  'project',
  'person',
  'workspace',
  'starvation_warning',
  'reserve_loan',
];
const reviewed = ['mix_review', 'mix_decision'];

/** The mix as it stands. */
export function useMix() {
  return useApi(mix.view, {}, { subjects: worked });
}

export function useMixReviews() {
  return useApi(mixReviews.list, {}, { subjects: reviewed });
}

export function useMixReview(id: MixReviewId) {
  return useApi(mixReviews.get, { params: { id } }, { subjects: reviewed });
}

/** Any of the calls that write the targets or a review. */
export function useMixWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['workspace', ...reviewed] });
}
