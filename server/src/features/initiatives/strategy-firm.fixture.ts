import { goals } from '@evenkeel/contract/goals';
import { type GoalLink, type InitiativeView, initiatives } from '@evenkeel/contract/initiatives';
import { people, teams } from '@evenkeel/contract/people';
import { plans } from '@evenkeel/contract/plans';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import type { GoalId, PersonId, TeamId } from '@evenkeel/core/id';
import type { ProjectState } from '@evenkeel/core/projects/state';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp, type TestApp } from '../../test/app.ts';

/** A firm with a plan, one goal, one person and a team, and what its tests do again and again. */
export type StrategyFirm = {
  readonly app: TestApp;
  readonly owner: Client;
  readonly goalId: GoalId;
  readonly personId: PersonId;
  readonly teamId: TeamId;
  readonly today: CalendarDate;
  newGoal(name: string): Promise<GoalId>;
  /** Takes an initiative from state to state, with a reason where one is needed. */
  moved(initiative: InitiativeView, ...states: ProjectState[]): Promise<InitiativeView>;
  /** Fields that meet three of five criteria: it is defined, has a team and a budget. */
  threeCriteria(): { name: string; scope: string; teamId: TeamId; budget: number };
};

export async function startStrategyFirm(): Promise<StrategyFirm> {
  const app = await startTestApp();
  const owner = await app.client();
  // The workspace's own zone.
  const today = dayIn('Europe/Berlin', new Date());
  const plan = await owner.call(plans.create, {
    body: { name: 'Plan', startsOn: addDays(today, -100), endsOn: addDays(today, 300) },
  });
  const newGoal = async (name: string) => {
    const body = { planId: plan.id, name, driver: 'growth' as const };
    return (await owner.call(goals.create, { body })).id;
  };
  const goalId = await newGoal('Five clients in Poland');
  const personId = (await owner.call(people.create, { body: { name: 'Ada' } })).id;
  const teamId = (await owner.call(teams.list)).rows[0]?.id;
  if (!teamId) throw new Error('the test workspace has a team');
  return {
    app,
    owner,
    goalId,
    personId,
    teamId,
    today,
    newGoal,
    threeCriteria: () => ({
      name: 'Enter Poland',
      scope: 'An office in Warsaw',
      teamId,
      budget: 5_000_000,
    }),
    async moved(initiative, ...states) {
      let latest = initiative;
      for (const state of states) {
        latest = await owner.call(initiatives.move, {
          params: { id: latest.id },
          version: latest.version,
          body: { state, reason: 'because' },
        });
      }
      return latest;
    },
  };
}

export function serving(...ids: GoalId[]): GoalLink[] {
  return ids.map((id) => ({ goalId: id, strength: 1 }));
}
