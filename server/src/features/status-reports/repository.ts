import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Id, MemberId, ProjectId, StatusReportId } from '@evenkeel/core/id';
import type { ReportReaction } from '@evenkeel/core/status-reports/reaction';
import type { ReportText } from '@evenkeel/core/status-reports/report-text';
import type { ToldDate } from '@evenkeel/core/status-reports/told-dates';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';

/** Three years of weekly reports of sixty projects; a bound, so that no list is without one. */
const most = 10_000;

export type ReportRecord = Awaited<ReturnType<typeof listReports>>[number];

/** Reports of one project, or of all that are not in the trash; drafts first, then the latest. */
export function listReports(scope: Scope, projectId: ProjectId | null) {
  return reportRows(scope)
    .$if(projectId !== null, (query) => query.where('report.project_id', '=', projectId))
    .orderBy('report.sent_at', (order) => order.desc().nullsFirst())
    .orderBy('report.id', 'desc')
    .limit(most)
    .execute();
}

export function findReport(scope: Scope, id: StatusReportId) {
  return reportRows(scope).where('report.id', '=', id).executeTakeFirst();
}

function reportRows(scope: Scope) {
  return scope.tx
    .selectFrom('status_report as report')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'report.workspace_id')
        .onRef('project.id', '=', 'report.project_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'project.workspace_id')
        .onRef('account.id', '=', 'project.account_id'),
    )
    .leftJoin('member as sender', (join) =>
      join
        .onRef('sender.workspace_id', '=', 'report.workspace_id')
        .onRef('sender.id', '=', 'report.sent_by'),
    )
    .where('report.workspace_id', '=', scope.workspaceId)
    .where('project.deleted_at', 'is', null)
    .select(['report.id', 'report.version', 'report.project_id', 'report.week_on'])
    .select(['report.drafted_on', 'report.language', 'report.internal_text', 'report.client_text'])
    .select(['report.told', 'report.sent_at', 'report.sent_by', 'sender.name as sender_name'])
    .select(['project.name as project_name', 'project.account_id', 'project.portal_opened_at'])
    .select('project.project_manager_id')
    .select('account.name as account_name');
}

export type ReactionRecord = Awaited<ReturnType<typeof listReactions>>[number];

/** What client users said to some reports with one touch, in the order they did. */
export function listReactions(scope: Scope, ids: readonly StatusReportId[]) {
  return scope.tx
    .selectFrom('report_reaction as reaction')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'reaction.workspace_id')
        .onRef('member.id', '=', 'reaction.member_id'),
    )
    .where('reaction.workspace_id', '=', scope.workspaceId)
    .where('reaction.report_id', '=', sql<StatusReportId>`any(${[...ids]}::uuid[])`)
    .select(['reaction.report_id', 'reaction.member_id', 'reaction.reaction', 'member.name'])
    .orderBy('reaction.id')
    .limit(most)
    .execute();
}

export type Draft = {
  readonly weekOn: CalendarDate;
  readonly language: PortalLanguage;
  readonly internalText: ReportText;
  readonly clientText: ReportText;
  readonly told: readonly ToldDate[];
};

/** Writes the open draft of a project: the first, or anew. */
export async function writeDraft(
  scope: Scope,
  projectId: ProjectId,
  draft: Draft,
): Promise<StatusReportId> {
  const columns = {
    week_on: draft.weekOn,
    drafted_on: scope.today,
    language: draft.language,
    internal_text: JSON.stringify(draft.internalText),
    client_text: JSON.stringify(draft.clientText),
    told: JSON.stringify(draft.told),
  };
  const { id } = await scope.tx
    .insertInto('status_report')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<StatusReportId>(),
      project_id: projectId,
      ...columns,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'project_id'])
        .where('sent_at', 'is', null)
        .doUpdateSet({ ...columns }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

type Key = { readonly id: StatusReportId; readonly version: number };

export async function updateDraft(
  scope: Scope,
  { id, version }: Key,
  change: {
    readonly internalText?: ReportText;
    readonly clientText?: ReportText;
    readonly sentBy?: MemberId;
  },
): Promise<void> {
  const { internalText, clientText, sentBy } = change;
  const written = await scope.tx
    .updateTable('status_report')
    .set({
      ...(internalText ? { internal_text: JSON.stringify(internalText) } : {}),
      ...(clientText ? { client_text: JSON.stringify(clientText) } : {}),
      ...(sentBy ? { sent_at: scope.now, sent_by: sentBy } : {}),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await findReport(scope, id)) !== undefined);
}

export async function deleteDraft(scope: Scope, id: StatusReportId): Promise<void> {
  await scope.tx
    .deleteFrom('status_report')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .execute();
}

/** Says, changes or takes back what somebody said to a report with one touch. */
export async function setReaction(
  scope: Scope,
  reportId: StatusReportId,
  reaction: ReportReaction | null,
): Promise<void> {
  const memberId = scope.actor.memberId;
  if (reaction === null) {
    await scope.tx
      .deleteFrom('report_reaction')
      .where('workspace_id', '=', scope.workspaceId)
      .where('report_id', '=', reportId)
      .where('member_id', '=', memberId)
      .execute();
    return;
  }
  await scope.tx
    .insertInto('report_reaction')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'report-reaction'>>(),
      report_id: reportId,
      member_id: memberId,
      reaction,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'report_id', 'member_id']).doUpdateSet({ reaction }),
    )
    .execute();
}

/** The projects whose report is due by itself today: its weekday, none drafted or sent this week. */
export async function listDue(
  scope: Scope,
  due: { readonly weekday: number; readonly weekOn: CalendarDate; readonly usual: number },
): Promise<ProjectId[]> {
  const rows = await scope.tx
    .selectFrom('project')
    .leftJoin('report_plan as plan', (join) =>
      join
        .onRef('plan.workspace_id', '=', 'project.workspace_id')
        .onRef('plan.project_id', '=', 'project.id'),
    )
    .where('project.workspace_id', '=', scope.workspaceId)
    .where('project.kind', '=', 'client')
    .where('project.state', '=', 'executing')
    .where('project.deleted_at', 'is', null)
    .where('project.portal_opened_at', 'is not', null)
    .where(
      sql<boolean>`case when plan.id is null then ${due.usual}::int else plan.weekday end = ${due.weekday}::int`,
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('status_report as report')
            .select('report.id')
            .whereRef('report.workspace_id', '=', 'project.workspace_id')
            .whereRef('report.project_id', '=', 'project.id')
            .where(({ or, eb }) =>
              or([eb('report.week_on', '=', due.weekOn), eb('report.sent_at', 'is', null)]),
            ),
        ),
      ),
    )
    .select('project.id')
    .orderBy('project.id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** The language of a project's account as kept there, and the name of the firm. */
export async function findAddress(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('project')
    .innerJoin('workspace', 'workspace.id', 'project.workspace_id')
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'project.workspace_id')
        .onRef('account.id', '=', 'project.account_id'),
    )
    .where('project.workspace_id', '=', scope.workspaceId)
    .where('project.id', '=', projectId)
    .where('project.kind', '=', 'client')
    .where('project.deleted_at', 'is', null)
    .select(['account.language', 'workspace.name as firm_name'])
    .executeTakeFirst();
}
