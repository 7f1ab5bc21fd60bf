import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import { dayInWords } from '@evenkeel/core/status-reports/day-in-words';
import { filledSections, type ReportText } from '@evenkeel/core/status-reports/report-text';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import { statusReportWords } from '@evenkeel/core/words/status-report';
import { say } from '@evenkeel/core/words/words';
import { dayIn } from '../../../platform/clock.ts';
import type { Document } from '../../../platform/pdf/render-pdf.ts';
import { reportTemplate } from './template.ts';

/** What the page shows: the client's text alone, so that the same page goes to both sides. */
export type ReportPage = {
  readonly firm: string;
  readonly project: string;
  readonly weekOn: CalendarDate;
  readonly language: PortalLanguage;
  readonly text: ReportText;
  readonly sentAt: Date | null;
  readonly timeZone: string;
};

/** The page of a report to print, of the client's text alone, and what its file is called. */
export function documentOf(page: ReportPage): {
  readonly document: Document;
  /** Letters, digits and dashes only. */
  readonly fileName: string;
} {
  const { language, weekOn, sentAt } = page;
  const words = say(statusReportWords, language);
  const week = {
    from: dayInWords(weekOn, language),
    to: dayInWords(addDays(weekOn, 6), language),
  };
  const data = {
    language,
    firm: page.firm,
    project: page.project,
    title: words('title'),
    week: words('ofWeek', week),
    sent: sentAt && words('sentOn', { day: dayInWords(dayIn(page.timeZone, sentAt), language) }),
    pageWords: words('page', { page: '⟨page⟩', pages: '⟨pages⟩' }).split(/(⟨pages?⟩)/),
    sections: filledSections(page.text).map(({ section, lines }) => ({
      heading: words(section),
      lines,
      isList: section !== 'standing',
    })),
  };
  const slug = page.project
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 60);
  return {
    document: { source: reportTemplate, data },
    fileName: `report-${slug}-${weekOn}.pdf`,
  };
}
