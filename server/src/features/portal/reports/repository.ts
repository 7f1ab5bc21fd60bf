import type { ProjectId, StatusReportId } from '@evenkeel/core/id';
import type { ReportReaction } from '@evenkeel/core/status-reports/reaction';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

/** Ten years of weeks. */
const most = 520;

export type PortalReportRecord = Awaited<ReturnType<typeof findReport>> & object;

/** The reports of a project that were sent, the latest first. */
export function listReports(scope: PortalScope, projectId: ProjectId) {
  return reportRows(scope, projectId)
    .orderBy('report.sent_at', 'desc')
    .orderBy('report.id', 'desc')
    .limit(most)
    .execute();
}

export function findReport(scope: PortalScope, projectId: ProjectId, id: StatusReportId) {
  return reportRows(scope, projectId)
    .where('report.id', '=', id)
    .select(['report.client_text', 'report.language'])
    .executeTakeFirst();
}

function reportRows(scope: PortalScope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('status_report as report')
    .leftJoin('report_reaction as own', (join) =>
      join
        .onRef('own.workspace_id', '=', 'report.workspace_id')
        .onRef('own.report_id', '=', 'report.id')
        .on('own.member_id', '=', scope.actor.memberId),
    )
    .where('report.workspace_id', '=', scope.workspaceId)
    .where('report.project_id', '=', projectId)
    .where('report.sent_at', 'is not', null)
    .select(['report.id', 'report.week_on', 'report.sent_at'])
    .select(sql<ReportReaction | null>`own.reaction`.as('own_reaction'))
    .select(sql<string | null>`portal_member_name(report.sent_by)`.as('sender_name'));
}
