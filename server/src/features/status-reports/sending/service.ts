import { addDays } from '@evenkeel/core/calendar-date';
import type { Id } from '@evenkeel/core/id';
import { dayInWords } from '@evenkeel/core/status-reports/day-in-words';
import type { ReportReaction } from '@evenkeel/core/status-reports/reaction';
import { statusReportWords } from '@evenkeel/core/words/status-report';
import { say } from '@evenkeel/core/words/words';
import type { Scope } from '../../../platform/db/scope.ts';
import { notify, writeToClients } from '../../notifications/service.ts';
import { recordPromises } from '../../promises/service.ts';
import type { ReportRecord } from '../repository.ts';

/** Keeps the dates that a report tells as promises: what was told before stands as it was (B08). */
export async function keepTold(scope: Scope, report: ReportRecord): Promise<void> {
  await recordPromises(
    scope,
    report.told.map(({ id, name, on }) => ({
      projectId: report.project_id,
      // Only tasks and milestones are told in a report.
      subject: { kind: 'task', id: id as Id<string> },
      what: 'date',
      day: on,
      wording: name,
      channel: 'status-report',
      toldTo: report.account_name === null ? [] : [report.account_name],
      source: { kind: 'status-report', id: report.id },
    })),
  );
}

/** Tells the client users of a project, in their language, that a report is there; they can answer it. */
export async function tellClients(scope: Scope, report: ReportRecord, firm: string): Promise<void> {
  await writeToClients(scope, {
    projectId: report.project_id,
    topic: 'client-report',
    key: `status-report:${report.id}`,
    text: (language) => {
      const words = say(statusReportWords, language);
      const project = report.project_name;
      const from = dayInWords(report.week_on, language);
      const to = dayInWords(addDays(report.week_on, 6), language);
      return {
        title: words('mailSubject', { firm, project }),
        body: words('mailBody', { project, from, to }),
      };
    },
    path: `/reports/${report.id}`,
    answersTo: { kind: 'status-report', id: report.id },
  });
}

const said: Record<ReportReaction, string> = {
  thanks: 'says thanks for',
  question: 'has a question about',
  concern: 'is concerned by',
};

/** Tells who sent a report, and who leads the project, what the client said to it. */
export async function tellReaction(
  scope: Scope,
  report: ReportRecord,
  reaction: ReportReaction,
): Promise<void> {
  await notify(scope, {
    topic: 'report',
    key: `report-reaction:${report.id}:${scope.actor.memberId}:${reaction}`,
    to: {
      members: report.sent_by === null ? [] : [report.sent_by],
      people: [report.project_manager_id],
    },
    title: `${scope.actor.name} ${said[reaction]} the report on ${report.project_name}`,
    subject: { kind: 'status-report', id: report.id },
  });
}
