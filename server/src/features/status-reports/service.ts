import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { statusReports } from '@evenkeel/contract/status-reports';
import { weekday, weekStart } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { ProjectId, StatusReportId } from '@evenkeel/core/id';
import { draftClientText } from '@evenkeel/core/status-reports/client-text';
import { draftInternalText } from '@evenkeel/core/status-reports/internal-text';
import type { ReportReaction } from '@evenkeel/core/status-reports/reaction';
import { usualReportWeekday } from '@evenkeel/core/status-reports/report-day';
import {
  filledSections,
  type ReportSection,
  type ReportText,
  reportSections,
} from '@evenkeel/core/status-reports/report-text';
import { toldDates } from '@evenkeel/core/status-reports/told-dates';
import { type PortalLanguage, portalLanguage } from '@evenkeel/core/words/language';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { gatherFacts } from './facts/service.ts';
import * as repository from './repository.ts';
import { keepTold, tellClients, tellReaction } from './sending/service.ts';

export type WholeReport = {
  readonly report: repository.ReportRecord;
  readonly reactions: readonly repository.ReactionRecord[];
};

export async function listReports(
  scope: Scope,
  projectId: ProjectId | null,
): Promise<WholeReport[]> {
  return withReactions(scope, await repository.listReports(scope, projectId));
}

export async function getReport(scope: Scope, id: StatusReportId): Promise<WholeReport> {
  const report = await repository.findReport(scope, id);
  const [whole] = report ? await withReactions(scope, [report]) : [];
  if (!whole) throw new AppError('not-found', 'There is no such status report.');
  return whole;
}

/** Drafts the report of a client project for this week; an open draft is drafted anew. */
export async function draftReport(
  scope: Scope,
  projectId: ProjectId,
  language?: PortalLanguage,
): Promise<WholeReport> {
  const address = await repository.findAddress(scope, projectId);
  if (!address) throw new AppError('not-found', 'There is no such client project.');
  const { client, internal } = await gatherFacts(scope, projectId);
  const chosen = language ?? portalLanguage(address.language);
  const id = await repository.writeDraft(scope, projectId, {
    weekOn: weekStart(scope.today),
    language: chosen,
    internalText: draftInternalText(internal),
    clientText: draftClientText(client, chosen),
    told: toldDates(client),
  });
  return getReport(scope, id);
}

/** Drafts every report whose weekday it is. Returns how many. */
export async function draftDueReports(scope: Scope): Promise<number> {
  const due = await repository.listDue(scope, {
    weekday: weekday(scope.today),
    weekOn: weekStart(scope.today),
    usual: usualReportWeekday,
  });
  for (const projectId of due) await draftReport(scope, projectId);
  return due.length;
}

export async function updateReport(
  scope: Scope,
  key: { readonly id: StatusReportId; readonly version: number },
  { internalText, clientText }: BodyOf<typeof statusReports.update>,
): Promise<WholeReport> {
  const { report } = await requireDraft(scope, key.id);
  await repository.updateDraft(scope, key, {
    ...(internalText ? { internalText: withChange(report.internal_text, internalText) } : {}),
    ...(clientText ? { clientText: withChange(report.client_text, clientText) } : {}),
  });
  return getReport(scope, key.id);
}

/** Sends a draft: from then on the client sees it, hears of it by mail, and holds us to its dates. */
export async function sendReport(
  scope: Scope,
  key: { readonly id: StatusReportId; readonly version: number },
): Promise<WholeReport> {
  const { report } = await requireDraft(scope, key.id);
  if (report.portal_opened_at === null) {
    throw new AppError(
      'wrong-state',
      'The portal of this project is not open, so the client could not read the report. Open it first.',
    );
  }
  if (filledSections(report.client_text).length === 0) {
    throw new AppError('wrong-state', 'The text for the client is empty.');
  }
  await repository.updateDraft(scope, key, { sentBy: scope.actor.memberId });
  await keepTold(scope, report);
  await tellClients(scope, report, await firmNameOf(scope, report.project_id));
  return getReport(scope, key.id);
}

export async function removeReport(scope: Scope, id: StatusReportId): Promise<void> {
  await requireDraft(scope, id);
  await repository.deleteDraft(scope, id);
}

/** Says, changes or takes back what the acting client user said to a report; the firm hears of it. */
export async function react(
  scope: Scope,
  id: StatusReportId,
  reaction: ReportReaction | null,
): Promise<void> {
  const { report } = await getReport(scope, id);
  await repository.setReaction(scope, id, reaction);
  if (reaction !== null) await tellReaction(scope, report, reaction);
}

export async function firmNameOf(scope: Scope, projectId: ProjectId): Promise<string> {
  return (await repository.findAddress(scope, projectId))?.firm_name ?? '';
}

function withChange(
  text: ReportText,
  change: { readonly [Section in ReportSection]?: string | undefined },
): ReportText {
  const next: Record<ReportSection, string> = { ...text };
  for (const section of reportSections) next[section] = change[section] ?? text[section];
  return next;
}

async function requireDraft(scope: Scope, id: StatusReportId): Promise<WholeReport> {
  const whole = await getReport(scope, id);
  if (whole.report.sent_at === null) return whole;
  throw new AppError('wrong-state', 'This report was sent. What was sent stays as it was sent.');
}

async function withReactions(
  scope: Scope,
  reports: readonly repository.ReportRecord[],
): Promise<WholeReport[]> {
  const ids = reports.map(({ id }) => id);
  const reactions = ids.length === 0 ? [] : await repository.listReactions(scope, ids);
  const byReport = groupedBy(reactions, ({ report_id }) => report_id);
  return reports.map((report) => ({ report, reactions: byReport.get(report.id) ?? [] }));
}
