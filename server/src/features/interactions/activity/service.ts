import type { ActivityRow } from '@evenkeel/contract/interactions';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { integer } from '../../../platform/db/values.ts';
import * as repository from './repository.ts';

/** What each person did for sales between two days, both included (CR-23). */
export async function salesActivity(
  scope: Scope,
  period: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<ActivityRow[]> {
  if (period.to < period.from) throw invalid(['to'], 'too-early', 'is before the beginning');
  const records = await repository.readActivity(scope, period);
  return records.map((record) => ({
    person: { id: record.id, name: record.name },
    calls: integer(record.calls),
    emails: integer(record.emails),
    meetings: integer(record.meetings),
    dealsOpened: integer(record.deals_opened),
    dealsWon: integer(record.deals_won),
    valueWon: integer(record.value_won),
    openFollowUps: integer(record.open_follow_ups),
  }));
}
