import { capacity } from '@evenkeel/contract/capacity';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { useApi } from '../../lib/queries.ts';

const subjects = ['person', 'person_term', 'leave', 'calendar', 'calendar_exception'];

type Days = { readonly from: CalendarDate; readonly to: CalendarDate };

/** What a person can work in each month of some days. */
export function useCapacityByMonth(personId: PersonId, days: Days) {
  const query = { personId, ...days, by: 'month' } as const;
  return useApi(capacity.list, { query }, { subjects });
}

/** The rows behind a capacity. */
export function useCapacityReasons(id: PersonId, days: Days) {
  return useApi(capacity.reasons, { params: { id }, query: days }, { subjects });
}
