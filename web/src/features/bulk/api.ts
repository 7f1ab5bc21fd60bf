import type { BulkKind, bulk } from '@evenkeel/contract/bulk';
import type { BodyInputOf, Endpoint } from '@evenkeel/contract/endpoint';
import { useApiWrite } from '../../lib/queries.ts';

/** The tables whose rows a change of many records touches. */
const subjects = ['account', 'deal', 'hand_off', 'goal', 'project'];

/** Any of the calls that write many records. */
export function useBulkWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}

/** One record of a change of many. */
export type BulkRowChange = {
  readonly id: string;
  readonly version: number;
  readonly change: object;
};

/** The body of a change of many records of a kind. */
export function bulkBody(kind: BulkKind, rows: readonly BulkRowChange[]) {
  // The kind says which changes fit; whoever builds them names both in one place.
  return { kind, rows } as unknown as BodyInputOf<typeof bulk.update>;
}
