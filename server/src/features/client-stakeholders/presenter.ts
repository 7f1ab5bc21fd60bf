import type { ClientStakeholderView } from '@evenkeel/contract/client-stakeholders';
import { type CalendarDate, daysBetween } from '@evenkeel/core/calendar-date';
import { engagementFor } from '@evenkeel/core/stakeholders/stakeholder-grid';
import type { StakeholderRecord } from './service.ts';

export function presentStakeholder(
  row: StakeholderRecord,
  today: CalendarDate,
): ClientStakeholderView {
  return {
    id: row.id,
    version: row.version,
    projectId: row.project_id,
    contact: { id: row.contact_id, name: row.contact_name },
    jobTitle: row.job_title,
    accountRole: row.account_role,
    part: row.part,
    note: row.note,
    influence: row.influence,
    interest: row.interest,
    engagement: engagementFor(row),
    needs: row.needs,
    accountNeeds: row.account_needs,
    channel: row.channel,
    usualChannel: row.usual_channel,
    everyDays: row.every_days,
    lastOn: row.last_on,
    isOverdue:
      row.every_days !== null && daysBetween(row.last_on ?? row.since, today) > row.every_days,
    language: row.language,
    interpreter: row.interpreter,
  };
}
