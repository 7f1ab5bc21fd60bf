import type { StatusReportRow, StatusReportView } from '@evenkeel/contract/status-reports';
import { addDays } from '@evenkeel/core/calendar-date';
import { optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { WholeReport } from './service.ts';

export function presentReportRow({ report, reactions }: WholeReport): StatusReportRow {
  return {
    id: report.id,
    version: report.version,
    project: { id: report.project_id, name: report.project_name },
    account: referenceOf(report.account_id, report.account_name),
    weekFrom: report.week_on,
    weekTo: addDays(report.week_on, 6),
    draftedOn: report.drafted_on,
    language: report.language,
    sentAt: optionalMoment(report.sent_at),
    sentBy: referenceOf(report.sent_by, report.sender_name),
    reactions: reactions.map(({ member_id, name, reaction }) => ({
      member: { id: member_id, name },
      reaction,
    })),
  };
}

export function presentReport(whole: WholeReport): StatusReportView {
  const { report } = whole;
  return {
    ...presentReportRow(whole),
    internalText: report.internal_text,
    clientText: report.client_text,
    told: report.told,
    isPortalOpen: report.portal_opened_at !== null,
  };
}
