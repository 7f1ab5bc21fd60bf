import type { TimeWeek } from '@evenkeel/contract/time';
import type { TimesheetRow, TimesheetStatus } from '@evenkeel/contract/timesheets';
import { sumOf } from '@evenkeel/core/grouping';
import { daysWithoutTime } from '@evenkeel/core/time/timesheet';
import { toInstant } from '../../../platform/clock.ts';
import { integer } from '../../../platform/db/values.ts';
import type { SheetRecord } from './repository.ts';
import type { OpenedSheet, WeekFacts } from './service.ts';

/** A week as its own page shows it. */
export function presentOpened({ sheet, canSubmit, canDecide }: OpenedSheet): TimeWeek['timesheet'] {
  return { ...presentStatus(sheet), canSubmit, canDecide };
}

export function presentRow(facts: WeekFacts): TimesheetRow {
  const { person, week, today, canDecide, capacity, logged, sheet } = facts;
  const minutes = integer(logged?.minutes ?? 0);
  const clientMinutes = integer(logged?.client ?? 0);
  const days = new Set(logged?.days ?? []);
  return {
    ...presentStatus(sheet),
    person: { id: person.id, name: person.name },
    week,
    minutes,
    capacityMinutes: sumOf(capacity, Number),
    billableMinutes: integer(logged?.billable ?? 0),
    clientMinutes,
    initiativeMinutes: minutes - clientMinutes,
    daysWithoutTime: daysWithoutTime(week, capacity, { days, today }),
    canDecide,
  };
}

/** A week that nobody ever submitted has no row: it is open, in version 0. */
function presentStatus(sheet: SheetRecord | undefined): TimesheetStatus {
  if (!sheet) {
    const nothing = { note: '', reason: '', submittedAt: null, decidedAt: null, decidedBy: null };
    return { state: 'open', version: 0, ...nothing };
  }
  return {
    state: sheet.state,
    version: sheet.version,
    note: sheet.note,
    reason: sheet.reason,
    submittedAt: sheet.submitted_at && toInstant(sheet.submitted_at),
    decidedAt: sheet.decided_at && toInstant(sheet.decided_at),
    decidedBy: sheet.decided_by_name,
  };
}
