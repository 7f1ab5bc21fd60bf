import type { ReportPlanView } from '@evenkeel/contract/status-reports';
import type { PersonId, ProjectId } from '@evenkeel/core/id';
import { usualReportWeekday } from '@evenkeel/core/status-reports/report-day';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { referenceOf } from '../../../platform/db/values.ts';
import { findPlanRow, writePlan } from './repository.ts';

/** When a project's report is drafted by itself, and who answers for it. */
export async function findPlan(scope: Scope, projectId: ProjectId): Promise<ReportPlanView> {
  const row = await findPlanRow(scope, projectId);
  if (!row) throw new AppError('not-found', 'There is no such project.');
  return {
    weekday: row.plan_id === null ? usualReportWeekday : row.weekday,
    accountable: referenceOf(row.person_id, row.person_name),
  };
}

export async function setPlan(
  scope: Scope,
  projectId: ProjectId,
  plan: { readonly weekday: number | null; readonly accountableId: PersonId | null },
): Promise<ReportPlanView> {
  await findPlan(scope, projectId);
  await writePlan(scope, projectId, { weekday: plan.weekday, person_id: plan.accountableId });
  return findPlan(scope, projectId);
}
