import type { CalendarDate } from '../calendar-date.ts';
import type { NoticeState, Withdrawal } from './notice.ts';
import { consequenceOf, type IsWorking, workingDaysFrom } from './slip.ts';

/** The latest notice about a promise. */
export type StandingNotice = {
  readonly state: NoticeState;
  readonly withdrawal: Withdrawal | null;
  readonly newDay: CalendarDate;
};

/** A promised day, its forecast, and what was already said about it. */
export type SlippingPromise = {
  readonly promised: CalendarDate;
  readonly forecast: CalendarDate;
  readonly toleranceDays: number;
  readonly mayMove: boolean;
  readonly latest: StandingNotice | null;
};

/** What the software does about a forecast. */
export type SlipAction = 'none' | 'draft' | 'redraft' | 'recover';

/**
 * What a forecast calls for: a draft when the day slips past the tolerance; the draft anew when its day is
 * another by now; back with a draft that is not needed any more. A notice that was sent stands until the
 * forecast leaves the day it named by more than the tolerance. What somebody withdrew by hand is not
 * drafted again for the same or an earlier day.
 */
export function slipAction(slipping: SlippingPromise, isWorking: IsWorking): SlipAction {
  const { promised, forecast, toleranceDays, mayMove, latest } = slipping;
  const slipDays = workingDaysFrom(promised, forecast, isWorking);
  const consequence = consequenceOf({ slipDays, toleranceDays, mayMove });
  const isDue = consequence === 'notice' || consequence === 'told-without-asking';
  if (latest?.state === 'draft') {
    if (!isDue) return 'recover';
    return latest.newDay === forecast ? 'none' : 'redraft';
  }
  if (!isDue) return 'none';
  if (latest === null) return 'draft';
  switch (latest.state) {
    case 'sent':
    case 'change-asked': {
      const further = workingDaysFrom(latest.newDay, forecast, isWorking);
      return Math.abs(further) > toleranceDays ? 'draft' : 'none';
    }
    case 'withdrawn':
      return latest.withdrawal === 'by-hand' && forecast <= latest.newDay ? 'none' : 'draft';
    case 'accepted':
    case 'superseded':
      return 'draft';
  }
}
