import { type DealView, deals } from '@evenkeel/contract/deals';
import type { BodyInputOf } from '@evenkeel/contract/endpoint';
import { useDealWrite } from './api.ts';

/** Saves fields of a deal on the version that is on screen. Throws what the server refuses. */
export function useSaveDeal(deal: DealView) {
  const update = useDealWrite(deals.update);
  return (change: BodyInputOf<typeof deals.update>) =>
    update.mutateAsync({ params: { id: deal.id }, version: deal.version, body: change });
}
