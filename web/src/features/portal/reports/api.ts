import { portalReports } from '@evenkeel/contract/portal/reports';
import type { ProjectId, StatusReportId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

const subjects = ['status_report', 'report_reaction', 'project', 'client_access'];

export function usePortalReports(projectId: ProjectId) {
  return useApi(portalReports.list, { params: { projectId } }, { subjects });
}

export function usePortalReport(projectId: ProjectId, id: StatusReportId) {
  return useApi(portalReports.get, { params: { projectId, id } }, { subjects });
}

export function useReact() {
  return useApiWrite(portalReports.react, { subjects });
}
