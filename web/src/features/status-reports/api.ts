import type { Endpoint } from '@evenkeel/contract/endpoint';
import { checkIns, statusReports } from '@evenkeel/contract/status-reports';
import type { ProjectId, StatusReportId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const reported = [
  'status_report',
  'report_reaction',
  'report_plan',
  'project',
  'account',
  'member',
];
const checked = ['check_in', 'report_plan', 'health_statement', 'task', 'assignment', 'project'];

/** The reports of one project. */
export function useStatusReports(projectId: ProjectId) {
  return useApi(statusReports.list, { query: { projectId } }, { subjects: reported });
}

export function useStatusReport(id: StatusReportId) {
  return useApi(statusReports.get, { params: { id } }, { subjects: reported });
}

export function useReportPlan(projectId: ProjectId) {
  return useApi(
    statusReports.plan,
    { params: { projectId } },
    { subjects: ['report_plan', 'project', 'person'] },
  );
}

export function useCheckIns(projectId: ProjectId) {
  return useApi(checkIns.list, { query: { projectId } }, { subjects: checked });
}

/** Any of the calls that write a report, its plan or a check-in. */
export function useReportWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: [...reported, 'check_in', 'health_statement'] });
}
