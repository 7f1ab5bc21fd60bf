import type { RecurrenceView } from '@evenkeel/contract/recurrences';
import type { Recurring } from './service.ts';

export function presentRecurrence({ recurrence, upcoming }: Recurring): RecurrenceView {
  return {
    id: recurrence.id,
    version: recurrence.version,
    projectId: recurrence.project_id,
    rule: recurrence.rule,
    basis: recurrence.basis,
    startsOn: recurrence.starts_on,
    until: recurrence.until,
    count: recurrence.count,
    leadDays: recurrence.lead_days,
    state: recurrence.state,
    madeCount: recurrence.made_count,
    upcoming: [...upcoming],
  };
}
