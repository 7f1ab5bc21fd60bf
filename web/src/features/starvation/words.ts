import type { StarvationOutlookView, StarvationWarningView } from '@evenkeel/contract/starvation';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { daysBetween } from '@evenkeel/core/calendar-date';
import { formatDate } from '../../ui/format/date.ts';
import { formatHours } from '../../ui/format/effort.ts';
import { formatCount } from '../../ui/format/number.ts';

type Target = Pick<StarvationWarningView['target'], 'milestone' | 'dueOn'>;

/** `the milestone Pilot done on 4 Jan 2027`, `its end on 4 Jan 2027`. */
export function targetWords({ milestone, dueOn }: Target): string {
  return `${milestone ? `the milestone “${milestone.name}”` : 'its end'} on ${formatDate(dueOn)}`;
}

/** When the work is done at this pace, against the day: `3 weeks late`. */
export function lateWords(finishWeek: CalendarDate | null, { dueOn }: Target): string {
  if (finishWeek === null) return 'never done at this pace';
  const weeks = Math.ceil(daysBetween(dueOn, finishWeek) / 7);
  if (weeks <= 0) return 'in time at this pace';
  if (weeks > 52) return 'more than a year late at this pace';
  return `${formatCount(weeks, { one: 'week', many: 'weeks' })} late at this pace`;
}

/** `16 h of 24 h a week`. */
export function paceWords(outlook: Pick<StarvationOutlookView, 'forecast'>): string {
  return `${formatHours(outlook.forecast.paceMinutes)} a week of late`;
}
