import { type CalendarDate, daysBetween } from '@evenkeel/core/calendar-date';
import type { DealId, ProjectId } from '@evenkeel/core/id';
import { nextStates, type ProjectState, projectStates } from '@evenkeel/core/projects/state';
import { AppError } from '../../../../platform/app-error.ts';
import type { Scope } from '../../../../platform/db/scope.ts';
import { getDeal, updateDeal } from '../../../deals/service.ts';
import { getInitiative, moveInitiative, updateInitiative } from '../../../initiatives/service.ts';
import { shiftOpenTasks } from '../../../tasks/shifting/service.ts';

/** First and last day of a record's work. */
export type Days = { readonly startOn: CalendarDate | null; readonly endOn: CalendarDate | null };

type Deal = { readonly id: DealId; readonly version: number; readonly days: Days };
type Initiative = {
  readonly id: ProjectId;
  readonly version: number;
  readonly days: Days;
  readonly state: ProjectState;
  readonly reason: string;
};

export async function readDeal(scope: Scope, id: DealId): Promise<Deal> {
  const { deal } = await getDeal(scope, id);
  const days = { startOn: deal.delivery_start_on, endOn: deal.delivery_end_on };
  return { id, version: deal.version, days };
}

export async function readInitiative(scope: Scope, id: ProjectId): Promise<Initiative> {
  const { record } = await getInitiative(scope, id);
  return {
    id,
    version: record.version,
    days: { startOn: record.start_on, endOn: record.end_on },
    state: record.state,
    reason: record.state_reason,
  };
}

/** Gives a deal its days of delivery, unless it has them. */
export async function placeDeal(scope: Scope, deal: Deal, { startOn, endOn }: Days): Promise<void> {
  if (deal.days.startOn === startOn && deal.days.endOn === endOn) return;
  await updateDeal(scope, deal.id, deal.version, {
    deliveryStartOn: startOn,
    deliveryEndOn: endOn,
  });
}

/** Gives an initiative its days, unless it has them; its tasks that are not done move with its start. */
export async function placeInitiative(
  scope: Scope,
  initiative: Initiative,
  { startOn, endOn }: Days,
): Promise<void> {
  if (initiative.days.startOn === startOn && initiative.days.endOn === endOn) return;
  await updateInitiative(scope, initiative.id, initiative.version, { startOn, endOn });
  const before = initiative.days.startOn;
  if (before === null || startOn === null) return;
  await shiftOpenTasks(scope, initiative.id, daysBetween(before, startOn));
}

/** Moves an initiative through the funnel to a state, step by step, each by its own rules. */
export async function walkTo(
  scope: Scope,
  id: ProjectId,
  to: { readonly state: ProjectState; readonly reason: string },
): Promise<void> {
  for (let left = projectStates.length; left > 0; left -= 1) {
    const { record } = await getInitiative(scope, id);
    if (record.state === to.state) return;
    const steps = nextStates('initiative', record.state);
    const state = steps.includes(to.state) ? to.state : towards(record.state, to.state, steps);
    await moveInitiative(
      scope,
      { id, version: record.version },
      { state, reason: state === to.state ? to.reason : '' },
    );
  }
}

/** The next step along the funnel. */
function towards(
  from: ProjectState,
  to: ProjectState,
  steps: readonly ProjectState[],
): ProjectState {
  const direction = projectStates.indexOf(to) > projectStates.indexOf(from) ? 1 : -1;
  const next = projectStates[projectStates.indexOf(from) + direction];
  if (next === undefined || !steps.includes(next))
    throw new AppError('wrong-state', `An initiative that is ${from} cannot become ${to}.`);
  return next;
}
