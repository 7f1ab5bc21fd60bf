import type { leaves } from '@evenkeel/contract/calendars';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { LeaveId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export type { LeaveRecord } from './repository.ts';
export { listLeaves } from './repository.ts';

/** Says when a person does not work; one day unless a last one is named. */
export async function createLeave(
  scope: Scope,
  draft: BodyOf<typeof leaves.create>,
): Promise<repository.LeaveRecord> {
  if (!(await repository.hasPerson(scope, draft.personId))) {
    throw invalid(['personId'], 'unknown', 'there is no such person');
  }
  const { endOn = draft.startOn, note = '' } = draft;
  checkDays(draft.startOn, endOn);
  return getLeave(scope, await repository.insertLeave(scope, { ...draft, endOn, note }));
}

export async function updateLeave(
  scope: Scope,
  key: { readonly id: LeaveId; readonly version: number },
  change: BodyOf<typeof leaves.update>,
): Promise<repository.LeaveRecord> {
  const standing = await getLeave(scope, key.id);
  checkDays(change.startOn ?? standing.start_on, change.endOn ?? standing.end_on);
  await repository.updateLeave(scope, key, change);
  return getLeave(scope, key.id);
}

export async function removeLeave(scope: Scope, id: LeaveId): Promise<void> {
  if (!(await repository.deleteLeave(scope, id))) throw noLeave();
}

async function getLeave(scope: Scope, id: LeaveId): Promise<repository.LeaveRecord> {
  const found = await repository.findLeave(scope, id);
  if (!found) throw noLeave();
  return found;
}

function noLeave(): AppError {
  return new AppError('not-found', 'There is no such leave.');
}

function checkDays(startOn: string, endOn: string): void {
  if (endOn < startOn) throw invalid(['endOn'], 'too-early', 'is before the first day');
}
