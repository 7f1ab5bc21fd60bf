import type { Endpoint } from '@evenkeel/contract/endpoint';
import { type ReserveShortfallView, ringFences } from '@evenkeel/contract/ring-fences';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import type { RingFenceId } from '@evenkeel/core/id';
import { ApiError } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

/** Tables whose changes move the reserve. */
const subjects = [
  'ring_fence',
  'ring_fence_term',
  'reserve_loan',
  'reserve_entry',
  'allocation',
  'person',
  'leave',
  'project',
];

/** The reserve by ring-fence and month, with every loan. */
export function useLedger() {
  return useApi(ringFences.ledger, {}, { subjects });
}

/** Every ring-fence, to choose from. */
export function useRingFences() {
  return useApi(ringFences.list, {}, { subjects });
}

/** The allocations behind what clients have of a ring-fence's people in a month. */
export function useReserveWork(id: RingFenceId, month: CalendarMonth) {
  return useApi(ringFences.work, { params: { id }, query: { month } }, { subjects });
}

/** The lines of a ring-fence's ledger: of a month, or of all. */
export function useReserveEntries(id: RingFenceId, month: CalendarMonth | null) {
  const query = month === null ? {} : { month };
  return useApi(ringFences.entries, { params: { id }, query }, { subjects });
}

/** Any of the calls that write the reserve. */
export function useReserveWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}

/** Hours that are short, by ring-fence and month: of a refusal, or of a check. */
export type Short = Pick<ReserveShortfallView, 'month' | 'shortMinutes' | 'ringFence'>;

/**
 * What a refusal says is short; empty for any other error. Each issue's path ends with ring-fence,
 * month and minutes; `name` stands where the ring-fence's own is not known.
 */
export function shortfallsOf(thrown: unknown, name = 'the ring-fence'): Short[] {
  if (!(thrown instanceof ApiError) || thrown.problem.code !== 'reserve-short') return [];
  return thrown.problem.issues.flatMap(({ path, message }) => {
    const [what, id, month, shortMinutes] = path;
    if (what !== 'reserve' || typeof shortMinutes !== 'number') return [];
    const quoted = /“(.+)”/.exec(message)?.[1] ?? name;
    // The server wrote them into the path in this order.
    return [
      {
        ringFence: { id: id as RingFenceId, name: quoted },
        month: month as CalendarMonth,
        shortMinutes,
      },
    ];
  });
}
