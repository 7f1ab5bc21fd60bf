import type { PortalReport, PortalReportLine } from '@evenkeel/contract/portal/reports';
import { addDays } from '@evenkeel/core/calendar-date';
import { moment } from '../../../platform/db/values.ts';
import type { PortalReportRecord } from './repository.ts';

type Line = Omit<PortalReportRecord, 'client_text' | 'language'>;

export function presentLine(report: Line): PortalReportLine {
  // Only what was sent is shown.
  if (report.sent_at === null) throw new Error('a draft was about to be shown to a client');
  return {
    id: report.id,
    weekFrom: report.week_on,
    weekTo: addDays(report.week_on, 6),
    sentAt: moment(report.sent_at),
    sentBy: report.sender_name,
    ownReaction: report.own_reaction,
  };
}

export function presentPortalReport(report: PortalReportRecord): PortalReport {
  return { ...presentLine(report), language: report.language, text: report.client_text };
}
