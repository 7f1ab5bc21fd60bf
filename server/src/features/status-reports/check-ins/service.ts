import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { checkIns } from '@evenkeel/contract/status-reports';
import { weekStart } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { draftCheckIn } from '@evenkeel/core/status-reports/check-in';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { stateHealth } from '../../projects/health/service.ts';
import { gatherFacts } from '../facts/service.ts';
import { findPlan } from '../plan/service.ts';
import * as repository from './repository.ts';

/** The check-ins of a project, who answers for them, and what the facts of this week suggest. */
export async function readCheckIns(scope: Scope, projectId: ProjectId) {
  const { internal } = await gatherFacts(scope, projectId);
  const rows = await repository.listCheckIns(scope, projectId);
  const weekFrom = weekStart(scope.today);
  return {
    rows,
    weekFrom,
    accountable: (await findPlan(scope, projectId)).accountable,
    isDue: rows[0]?.week_on !== weekFrom,
    suggested: draftCheckIn(internal),
  };
}

/** Checks in for this week: the lines, and how the project stands. */
export async function giveCheckIn(
  scope: Scope,
  { projectId, health, ...lines }: BodyOf<typeof checkIns.give>,
): Promise<repository.CheckInRecord> {
  const weekOn = weekStart(scope.today);
  await findPlan(scope, projectId);
  await stateHealth(scope, projectId, { health, note: lines.obstacle });
  await repository.writeCheckIn(scope, projectId, { ...lines, weekOn });
  const written = await repository.findCheckIn(scope, projectId, weekOn);
  if (!written) throw new AppError('not-found', 'The check-in was not written.');
  return written;
}
