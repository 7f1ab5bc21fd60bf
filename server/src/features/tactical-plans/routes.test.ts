import { goals } from '@evenkeel/contract/goals';
import { history } from '@evenkeel/contract/history';
import { people } from '@evenkeel/contract/people';
import { plans } from '@evenkeel/contract/plans';
import { tacticalPlans, tactics } from '@evenkeel/contract/tactical-plans';
import { trash } from '@evenkeel/contract/trash';
import { addDays, type CalendarDate, calendarDate } from '@evenkeel/core/calendar-date';
import type { GoalId, PersonId, StrategicPlanId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let owner: Client;
let planId: StrategicPlanId;
let goalId: GoalId;
let ada: PersonId;
let today: CalendarDate;

beforeAll(async () => {
  owner = await app.client();
  today = dayIn('Europe/Berlin', new Date());
  planId = await newPlan('Strategy');
  const goal = await owner.call(goals.create, { body: { planId, name: 'Grow', driver: 'growth' } });
  goalId = goal.id;
  ada = (await owner.call(people.create, { body: { name: 'Ada' } })).id;
});

async function newPlan(name: string) {
  const body = {
    name,
    startsOn: calendarDate('2026-01-01'),
    endsOn: calendarDate('2027-12-31'),
  };
  return (await owner.call(plans.create, { body })).id;
}

describe('a tactical plan', () => {
  test('stands under a strategic plan, serves one of its goals, and answers the three questions (ST-23, ST-25, ST-26)', async () => {
    const plan = await owner.call(tacticalPlans.create, {
      body: {
        planId,
        goalId,
        name: 'Prospecting',
        startsOn: calendarDate('2026-02-01'),
        endsOn: calendarDate('2026-12-01'),
        resources: 'The list of accounts',
        lastReviewedOn: calendarDate('2026-03-10'),
      },
    });
    expect(plan).toMatchObject({
      number: 1001,
      goal: { id: goalId, name: 'Grow' },
      resources: 'The list of accounts',
      reviewCadence: 'monthly',
      nextReviewOn: '2026-04-10',
      tactics: [],
    });
    const other = await newPlan('Other');
    const foreign = await owner.refused(tacticalPlans.create, {
      body: { planId: other, goalId, name: 'Wrong' },
    });
    expect(foreign.issues[0]).toMatchObject({ path: ['goalId'], code: 'unknown' });
    const moved = await owner.call(tacticalPlans.update, {
      params: { id: plan.id },
      version: 1,
      body: { planId: other },
    });
    expect(moved).toMatchObject({ plan: { id: other }, goal: null });
    const early = await owner.refused(tacticalPlans.update, {
      params: { id: plan.id },
      version: 2,
      body: { endsOn: calendarDate('2026-01-01') },
    });
    expect(early.issues[0]).toMatchObject({ path: ['endsOn'], code: 'too-early' });
  });

  test('goes to the trash and comes back', async () => {
    const { id } = await owner.call(tacticalPlans.create, { body: { planId, name: 'Passing' } });
    await owner.call(tacticalPlans.remove, { params: { id } });
    const { rows } = await owner.call(tacticalPlans.list, { query: { planId } });
    expect(rows.map((row) => row.id)).not.toContain(id);
    const lying = await owner.call(trash.list, {});
    expect(lying.rows).toContainEqual(expect.objectContaining({ kind: 'tactical-plan', id }));
    await owner.call(tacticalPlans.restore, { params: { id } });
    const stranger = await app.client();
    expect((await stranger.refused(tacticalPlans.get, { params: { id } })).status).toBe(404);
  });
});

describe('a tactic', () => {
  async function newTactic(more: object) {
    const plan = await owner.call(tacticalPlans.create, { body: { planId, name: 'Plan' } });
    return owner.call(tactics.create, {
      body: { tacticalPlanId: plan.id, name: 'Hours of prospecting', ...more },
    });
  }

  test('with a quota is counted for each person and period (ST-31)', async () => {
    const tactic = await newTactic({ quota: 5, period: 'quarterly', personIds: [ada] });
    expect(tactic.standings).toEqual([
      { person: { id: ada, name: 'Ada' }, done: 0, doneBefore: 0, isMet: false },
    ]);
    const count = (on: CalendarDate, number: number) =>
      owner.call(tactics.count, {
        params: { id: tactic.id, personId: ada, on },
        body: { count: number },
      });
    await count(today, 2);
    const counted = await count(today, 5);
    expect(counted.standings[0]).toMatchObject({ done: 5, isMet: true });
    const params = { id: tactic.id, personId: ada, on: addDays(today, 1) };
    const ahead = await owner.refused(tactics.count, { params, body: { count: 1 } });
    expect(ahead.issues[0]).toMatchObject({ path: ['on'], code: 'too-late' });
    const grace = await owner.call(people.create, { body: { name: 'Grace' } });
    const nobody = await owner.refused(tactics.count, {
      params: { id: tactic.id, personId: grace.id, on: today },
      body: { count: 1 },
    });
    expect(nobody.issues[0]).toMatchObject({ path: ['personId'], code: 'unknown' });
  });

  test('without a quota is done once, and is not counted', async () => {
    const tactic = await newTactic({ name: 'Choose the accounts', dueOn: today });
    const done = await owner.call(tactics.update, {
      params: { id: tactic.id },
      version: 1,
      body: { doneOn: today, personIds: [ada], incentive: 'Dinner' },
    });
    expect(done).toMatchObject({ doneOn: today, incentive: 'Dinner', people: [{ name: 'Ada' }] });
    const params = { id: tactic.id, personId: ada, on: today };
    const refusal = await owner.refused(tactics.count, { params, body: { count: 1 } });
    expect(refusal.code).toBe('wrong-state');
  });

  test('has a quota and its period together, or neither', async () => {
    const { id } = await newTactic({ quota: 1, period: 'daily' });
    const half = { params: { id }, version: 1, body: { quota: null } };
    const refusal = await owner.refused(tactics.update, half);
    expect(refusal.issues[0]).toMatchObject({ path: ['quota'], code: 'needed' });
    await owner.call(tactics.remove, { params: { id } });
    const back = await owner.call(tactics.restore, { params: { id } });
    expect(back).toMatchObject({ quota: 1, period: 'daily', deletedAt: null });
  });

  test('stands in the history of its plan, with who does it', async () => {
    const plan = await owner.call(tacticalPlans.create, { body: { planId, name: 'Told' } });
    await owner.call(tactics.create, {
      body: { tacticalPlanId: plan.id, name: 'Calls', personIds: [ada] },
    });
    const query = { root: 'tactical_plan' as const, rootId: plan.id };
    const { rows } = await owner.call(history.list, { query });
    expect(rows.map((row) => row.subject)).toContain('tactic_person');
    expect(JSON.stringify(rows)).toContain('Ada');
  });
});
