import type { LeaveView } from '@evenkeel/contract/leaves';
import { weekdaysBetween } from '@evenkeel/core/calendar-date';
import type { LeaveState } from '@evenkeel/core/capacity/leave';
import { formatDate } from '../../../ui/format/date.ts';
import { formatCount } from '../../../ui/format/number.ts';

/** How a leave's standing is said. */
export const leaveStateLabels: Record<LeaveState, string> = {
  requested: 'waits for approval',
  approved: 'approved',
  refused: 'refused',
};

/** “5 Mar 2027 to 9 Mar 2027”, or the one day. */
export function leaveDays({ startOn, endOn }: Pick<LeaveView, 'startOn' | 'endOn'>): string {
  const first = formatDate(startOn);
  return startOn === endOn ? first : `${first} to ${formatDate(endOn)}`;
}

/** “3 weekdays”, “half a weekday”. */
export function leaveLength(leave: Pick<LeaveView, 'startOn' | 'endOn' | 'isHalf'>): string {
  const days = weekdaysBetween(leave.startOn, leave.endOn);
  if (!leave.isHalf) return formatCount(days, { one: 'weekday', many: 'weekdays' });
  return days === 1 ? 'half a day' : `half of ${formatCount(days, { one: 'day', many: 'days' })}`;
}
