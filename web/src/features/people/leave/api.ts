import type { Endpoint } from '@evenkeel/contract/endpoint';
import { leaves } from '@evenkeel/contract/leaves';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { LeaveId, PersonId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

const subjects = ['leave', 'person'];
/** What leave moves. */
const moved = [...subjects, 'task', 'project'];

/** The leave of one person, past and to come. */
export function useLeavesOf(personId: PersonId) {
  return useApi(leaves.list, { query: { personId } }, { subjects });
}

/** Leave of everybody from a day on, with what waits and was refused where one may see it. */
export function useLeavesFrom(from: CalendarDate) {
  return useApi(leaves.list, { query: { from } }, { subjects });
}

/** Tasks, allocations and colleagues on the days of a leave. */
export function useLeaveEffects(id: LeaveId) {
  return useApi(leaves.effects, { params: { id } }, { subjects: [...moved, 'allocation'] });
}

/** Any of the calls that write leave. */
export function useLeaveWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: moved });
}
