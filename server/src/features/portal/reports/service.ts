import type { ProjectId, StatusReportId } from '@evenkeel/core/id';
import type { ReportReaction } from '@evenkeel/core/status-reports/reaction';
import { AppError } from '../../../platform/app-error.ts';
import { asFirm, type PortalScope } from '../../../platform/db/scope.ts';
import { react as writeReaction } from '../../status-reports/service.ts';
import { findFirm } from '../repository.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

/** The reports that the client of a project was sent. */
export async function listReports(scope: PortalScope, projectId: ProjectId) {
  await requirePortalProject(scope, projectId);
  return repository.listReports(scope, projectId);
}

export async function getReport(
  scope: PortalScope,
  projectId: ProjectId,
  id: StatusReportId,
): Promise<repository.PortalReportRecord> {
  const found = await repository.findReport(scope, projectId, id);
  if (!found) throw new AppError('not-found', 'There is no such report in your portal.');
  return found;
}

/** A report with the names that its page bears. */
export async function getReportPage(scope: PortalScope, projectId: ProjectId, id: StatusReportId) {
  const project = await requirePortalProject(scope, projectId);
  const report = await getReport(scope, projectId, id);
  return { report, project: project.name, firm: (await findFirm(scope)).name };
}

/** Says something to a report with one touch; the firm hears of it. */
export async function react(
  scope: PortalScope,
  { projectId, id }: { readonly projectId: ProjectId; readonly id: StatusReportId },
  reaction: ReportReaction | null,
): Promise<void> {
  await getReport(scope, projectId, id);
  await asFirm(scope, (firm) => writeReaction(firm, id, reaction));
}
