import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { leaves } from '@evenkeel/contract/leaves';
import { dayNumber } from '@evenkeel/core/calendar-date';
import { allocatedBetween } from '@evenkeel/core/capacity/allocation';
import { leaveAfter } from '@evenkeel/core/capacity/leave';
import { capacityBetween, capacityOn } from '@evenkeel/core/capacity/person-capacity';
import type { LeaveId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { type AllocationWithSkills, listAllocations } from '../allocations/service.ts';
import { listCapacities } from '../capacity/service.ts';
import * as policy from './policy.ts';
import * as repository from './repository.ts';
import { tellOfDecision, tellOfRequest } from './telling/service.ts';

/** A leave, and what the actor can do about it. */
export type LeaveShown = {
  readonly leave: repository.LeaveRecord;
  readonly canDecide: boolean;
  readonly canChange: boolean;
};

/** What lies on the days of a leave. */
export type FoundEffects = {
  readonly capacityMinutes: number;
  readonly tasks: Awaited<ReturnType<typeof repository.listTasksOn>>;
  readonly allocations: readonly {
    readonly row: AllocationWithSkills['row'];
    readonly minutes: number;
  }[];
  readonly away: readonly repository.LeaveRecord[];
};

type LeaveKey = { readonly id: LeaveId; readonly version: number };

/** Approved leave of everybody; what waits or was refused only where the actor may see it. */
export async function listLeaves(
  scope: Scope,
  request: QueryOf<typeof leaves.list>,
): Promise<LeaveShown[]> {
  const found = await repository.listLeaves(scope, request);
  return found.filter((leave) => isSeen(scope, leave)).map((leave) => shown(scope, leave));
}

/** Asks for leave, or says it where the actor decides; one day unless a last one is named. */
export async function createLeave(
  scope: Scope,
  draft: BodyOf<typeof leaves.create>,
): Promise<LeaveShown> {
  const person = await repository.findPerson(scope, draft.personId);
  if (!person) throw invalid(['personId'], 'unknown', 'there is no such person');
  if (!policy.canChangeLeave(scope.actor, person)) throw notYours();
  const { endOn = draft.startOn, note = '', isHalf = false } = draft;
  checkDays(draft.startOn, endOn);
  const state = policy.canDecideLeave(scope.actor, person) ? 'approved' : 'requested';
  const whole = { ...draft, endOn, note, isHalf, state } as const;
  const shown = await getLeave(scope, await repository.insertLeave(scope, whole));
  if (state === 'requested') await tellOfRequest(scope, shown.leave);
  return shown;
}

/** Changes a leave. Other days of one's own are asked for anew; what others decide stays decided. */
export async function updateLeave(
  scope: Scope,
  key: LeaveKey,
  change: BodyOf<typeof leaves.update>,
): Promise<LeaveShown> {
  const { leave, canChange, canDecide } = await getLeave(scope, key.id);
  if (!canChange) throw notYours();
  const { startOn = leave.start_on, endOn = leave.end_on, isHalf = leave.is_half } = change;
  checkDays(startOn, endOn);
  const isMoved = startOn !== leave.start_on || endOn !== leave.end_on || isHalf !== leave.is_half;
  const isAnew = isMoved && !canDecide && leave.state !== 'requested';
  const decision = { state: 'requested', reason: '' } as const;
  await repository.updateLeave(scope, key, isAnew ? { ...change, decision } : change);
  const shown = await getLeave(scope, key.id);
  if (isAnew) await tellOfRequest(scope, shown.leave);
  return shown;
}

/** Approves or refuses a leave, or lets it wait again. */
export async function decideLeave(
  scope: Scope,
  key: LeaveKey,
  { step, reason = '' }: BodyOf<typeof leaves.decide>,
): Promise<LeaveShown> {
  const { leave, canDecide } = await getLeave(scope, key.id);
  if (!canDecide) {
    throw new AppError('not-allowed', 'Managers decide about leave, and whoever leads the person.');
  }
  const state = leaveAfter(leave.state, step);
  if (state === null) throw new AppError('wrong-state', `This leave is ${leave.state} already.`);
  if (state === 'refused' && reason.trim() === '') {
    throw invalid(['reason'], 'missing', 'say why, so that they can ask for other days');
  }
  await repository.updateLeave(scope, key, { decision: { state, reason } });
  const shown = await getLeave(scope, key.id);
  await tellOfDecision(scope, shown.leave);
  return shown;
}

export async function removeLeave(scope: Scope, id: LeaveId): Promise<void> {
  const { canChange } = await getLeave(scope, id);
  if (!canChange) throw notYours();
  await repository.deleteLeave(scope, id);
}

/** What a leave does to work: what lies on its days, and who else is away. */
export async function readEffects(scope: Scope, id: LeaveId): Promise<FoundEffects> {
  const { leave } = await getLeave(scope, id);
  const days = { personId: leave.person_id, from: leave.start_on, to: leave.end_on };
  const [person] = await listCapacities(scope, [leave.person_id]);
  if (!person) throw noLeave();
  const [first, last] = [dayNumber(leave.start_on), dayNumber(leave.end_on)];
  const isOwn = (one: { from: number; to: number; isHalf: boolean }) =>
    one.from === first && one.to === last && one.isHalf === leave.is_half;
  const { leaves: standing } = person.capacity;
  const own = leave.state === 'approved' ? standing.findIndex(isOwn) : -1;
  const without = { ...person.capacity, leaves: standing.filter((_, place) => place !== own) };
  const { rows } = await listAllocations(scope, {
    personId: [leave.person_id],
    from: leave.start_on,
    to: leave.end_on,
    sort: 'startOn',
    limit: 500,
  });
  return {
    capacityMinutes: capacityBetween(without, first, last),
    tasks: await repository.listTasksOn(scope, days),
    allocations: rows.map(({ row, allocation }) => ({
      row,
      minutes: allocatedBetween(allocation, (day) => capacityOn(without, day), { first, last }),
    })),
    away: leave.team_id === null ? [] : await repository.listAway(scope, leave.team_id, days),
  };
}

async function getLeave(scope: Scope, id: LeaveId): Promise<LeaveShown> {
  const found = await repository.findLeave(scope, id);
  if (!found || !isSeen(scope, found)) throw noLeave();
  return shown(scope, found);
}

function isSeen(scope: Scope, leave: repository.LeaveRecord): boolean {
  return leave.state === 'approved' || policy.canSeeOpenLeave(scope.actor, leave);
}

function shown(scope: Scope, leave: repository.LeaveRecord): LeaveShown {
  return {
    leave,
    canDecide: policy.canDecideLeave(scope.actor, leave),
    canChange: policy.canChangeLeave(scope.actor, leave),
  };
}

function noLeave(): AppError {
  return new AppError('not-found', 'There is no such leave.');
}

function notYours(): AppError {
  return new AppError(
    'not-allowed',
    'You can ask for leave of your own; managers say that of others.',
  );
}

function checkDays(startOn: string, endOn: string): void {
  if (endOn < startOn) throw invalid(['endOn'], 'too-early', 'is before the first day');
}
