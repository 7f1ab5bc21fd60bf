import type { Endpoint } from '@evenkeel/contract/endpoint';
import { whyLadder } from '@evenkeel/contract/why-ladder';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['ladder_answer', 'ladder_rung', 'goal_link', 'goal', 'project'];

/** Every ladder of the firm; small enough to come at once. */
export function useLadders() {
  return useApi(whyLadder.get, {}, { subjects });
}

/** Any of the calls that write ladders. */
export function useLadderWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}
