import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { plans } from '@evenkeel/contract/plans';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { GoalId, PersonId, StrategicPlanId, TeamId } from '@evenkeel/core/id';
import {
  canMovePlan,
  type PlanScope,
  type PlanState,
  planGaps,
} from '@evenkeel/core/strategy/plan';
import { type PlanTemplate, planTemplates } from '@evenkeel/core/strategy/plan-templates';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { integer } from '../../platform/db/values.ts';
import * as goals from '../goals/service.ts';
import * as tacticalPlans from '../tactical-plans/service.ts';
import * as tactics from '../tactical-plans/tactics/service.ts';
import * as duties from './duties/service.ts';
import * as repository from './repository.ts';

export { listPlans } from './repository.ts';

export async function getPlan(scope: Scope, id: StrategicPlanId) {
  const record = await findPlan(scope, id);
  return { record, duties: await duties.listDuties(scope, id) };
}

/** Writes a plan: empty, or with the text, goals and tactics of a starting model (ST-28). */
export async function createPlan(
  scope: Scope,
  { template = null, ...given }: BodyOf<typeof plans.create>,
) {
  checkHorizon(given);
  const model = template === null ? null : planTemplates[template];
  const text = model ? pickText(model) : {};
  const draft = { ...text, ...given };
  const id = await repository.insertPlan(scope, { ...draft, ...placeOf(draft) });
  if (model) await fillFromModel(scope, { id, endsOn: draft.endsOn }, model);
  return getPlan(scope, id);
}

export async function updatePlan(
  scope: Scope,
  id: StrategicPlanId,
  version: number,
  change: BodyOf<typeof plans.update>,
) {
  const plan = await findPlan(scope, id);
  checkOpen(plan);
  checkHorizon({
    startsOn: change.startsOn ?? plan.starts_on,
    endsOn: change.endsOn ?? plan.ends_on,
  });
  const { scope: kind, teamId, personId } = change;
  const isPlaced = kind !== undefined || teamId !== undefined || personId !== undefined;
  const place = isPlaced
    ? placeOf({
        scope: kind ?? plan.scope,
        teamId: teamId === undefined ? plan.team_id : teamId,
        personId: personId === undefined ? plan.person_id : personId,
      })
    : {};
  await repository.updatePlan(scope, id, version, { ...change, ...place });
  return getPlan(scope, id);
}

/** Makes the directly responsible individuals of a plan those given, in their order (ST-22). */
export async function setDuties(
  scope: Scope,
  id: StrategicPlanId,
  given: BodyOf<typeof plans.setDuties>['duties'],
) {
  checkOpen(await findPlan(scope, id));
  const twice = given.findIndex((one, index) =>
    given.slice(0, index).some((other) => other.personId === one.personId),
  );
  if (twice >= 0) throw invalid(['duties', twice, 'personId'], 'doubled', 'is named already');
  await duties.replaceDuties(scope, id, given);
  return getPlan(scope, id);
}

/** Approves, closes or takes back a plan; the approval keeps the member and the moment. */
export async function movePlan(scope: Scope, id: StrategicPlanId, version: number, to: PlanState) {
  const plan = await findPlan(scope, id);
  if (!canMovePlan(plan.state, to)) {
    throw new AppError(
      'wrong-state',
      `The plan is ${plan.state}; it cannot become ${to} from there.`,
    );
  }
  const isApproval = plan.state === 'draft' && to === 'approved';
  if (isApproval) checkApproval(plan);
  await repository.setPlanState(scope, id, version, {
    state: to,
    approval: isApproval ? { by: scope.actor.memberId } : to === 'draft' ? 'none' : 'kept',
  });
  return getPlan(scope, id);
}

export async function removePlan(scope: Scope, id: StrategicPlanId): Promise<void> {
  if (!(await repository.setPlanDeleted(scope, id, true))) {
    throw new AppError('not-found', 'There is no such plan.');
  }
  // Counted under the lock that the write holds: no goal can come in between.
  const goalCount = integer((await findPlan(scope, id)).goal_count);
  if (goalCount === 0) return;
  const goals = goalCount === 1 ? 'A goal stands' : `${goalCount} goals stand`;
  throw new AppError(
    'still-in-use',
    `${goals} in this plan. Move them to another plan or delete them first.`,
  );
}

export async function restorePlan(scope: Scope, id: StrategicPlanId) {
  await repository.setPlanDeleted(scope, id, false);
  return getPlan(scope, id);
}

async function findPlan(scope: Scope, id: StrategicPlanId): Promise<repository.PlanRecord> {
  const record = await repository.findPlan(scope, id);
  if (!record) throw new AppError('not-found', 'There is no such plan.');
  return record;
}

function pickText({ mission, vision, values, standing, destination }: PlanTemplate) {
  return { mission, vision, values, standing, destination };
}

async function fillFromModel(
  scope: Scope,
  plan: { readonly id: StrategicPlanId; readonly endsOn: CalendarDate },
  model: PlanTemplate,
): Promise<void> {
  const goalIds: GoalId[] = [];
  for (const { name, driver, kpi } of model.goals) {
    const made = { planId: plan.id, name, driver, kpi, deadline: plan.endsOn };
    goalIds.push((await goals.createGoal(scope, made)).goal.id);
  }
  for (const tactical of model.tacticalPlans) {
    const { name, resources } = tactical;
    const goalId = goalIds[tactical.goal] ?? null;
    const made = await tacticalPlans.createTacticalPlan(scope, {
      planId: plan.id,
      goalId,
      name,
      resources,
    });
    for (const { name: tactic, quota } of tactical.tactics) {
      await tactics.createTactic(scope, {
        tacticalPlanId: made.record.id,
        name: tactic,
        ...(quota ? { quota: quota.count, period: quota.period } : {}),
      });
    }
  }
}

/** Where a plan of a scope stands: with its team or its person, and with neither for the firm's. */
function placeOf(plan: {
  readonly scope?: PlanScope | undefined;
  readonly teamId?: TeamId | null | undefined;
  readonly personId?: PersonId | null | undefined;
}): { scope: PlanScope; teamId: TeamId | null; personId: PersonId | null } {
  const { scope = 'company', teamId = null, personId = null } = plan;
  if (scope === 'team' && teamId === null)
    throw invalid(['teamId'], 'needed', 'say whose plan it is');
  if (scope === 'person' && personId === null) {
    throw invalid(['personId'], 'needed', 'say whose plan it is');
  }
  return {
    scope,
    teamId: scope === 'team' ? teamId : null,
    personId: scope === 'person' ? personId : null,
  };
}

function checkOpen(plan: repository.PlanRecord): void {
  if (plan.state !== 'closed') return;
  throw new AppError('wrong-state', 'The plan is closed. Reopen it to change it.');
}

function checkApproval(plan: repository.PlanRecord): void {
  const needed = planGaps({
    mission: plan.mission,
    vision: plan.vision,
    standing: plan.standing,
    destination: plan.destination,
    ownerId: plan.owner_id,
    goalCount: integer(plan.goal_count),
  }).filter((gap) => gap.isNeeded);
  if (needed.length === 0) return;
  throw new AppError('wrong-state', 'The plan cannot be approved yet.', {
    issues: needed.map(({ field, message }) => ({ path: [field], code: 'needed', message })),
  });
}

function checkHorizon({
  startsOn,
  endsOn,
}: Pick<BodyOf<typeof plans.create>, 'startsOn' | 'endsOn'>): void {
  if (endsOn < startsOn) throw invalid(['endsOn'], 'too-early', 'is before the plan starts');
}
