import { goals } from '@evenkeel/contract/goals';
import { people, teams } from '@evenkeel/contract/people';
import { plans } from '@evenkeel/contract/plans';
import { tacticalPlans } from '@evenkeel/contract/tactical-plans';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { planTemplateKeys, planTemplates } from '@evenkeel/core/strategy/plan-templates';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let owner: Client;
const horizon = { startsOn: calendarDate('2026-01-01'), endsOn: calendarDate('2026-12-31') };

beforeAll(async () => {
  owner = await app.client();
});

describe('a strategic plan', () => {
  test('is that of the firm, of a team or of one person (ST-29)', async () => {
    const team = await owner.call(teams.create, { body: { name: 'Sales' } });
    const ada = await owner.call(people.create, { body: { name: 'Ada' } });
    const body = { name: 'Plan', ...horizon };
    expect(await owner.call(plans.create, { body })).toMatchObject({
      scope: 'company',
      team: null,
    });
    const ofTeam = await owner.call(plans.create, {
      body: { ...body, scope: 'team', teamId: team.id },
    });
    expect(ofTeam).toMatchObject({ scope: 'team', team: { name: 'Sales' }, person: null });
    const ofAda = await owner.call(plans.update, {
      params: { id: ofTeam.id },
      version: 1,
      body: { scope: 'person', personId: ada.id },
    });
    expect(ofAda).toMatchObject({ scope: 'person', team: null, person: { name: 'Ada' } });
    const nobody = await owner.refused(plans.create, { body: { ...body, scope: 'person' } });
    expect(nobody.issues[0]).toMatchObject({ path: ['personId'], code: 'needed' });
  });

  test('says when it is to be reviewed next, and not once it is closed (ST-24)', async () => {
    const plan = await owner.call(plans.create, {
      body: { name: 'Reviewed', ...horizon, reviewCadence: 'quarterly' },
    });
    expect(plan).toMatchObject({ reviewCadence: 'quarterly', nextReviewOn: '2026-04-01' });
    const reviewed = await owner.call(plans.update, {
      params: { id: plan.id },
      version: 1,
      body: { lastReviewedOn: calendarDate('2026-05-15') },
    });
    expect(reviewed.nextReviewOn).toBe('2026-08-15');
  });

  test('names its directly responsible individuals, each once (ST-22)', async () => {
    const [ada, grace] = [
      await owner.call(people.create, { body: { name: 'Ada L' } }),
      await owner.call(people.create, { body: { name: 'Grace H' } }),
    ];
    const { id } = await owner.call(plans.create, { body: { name: 'Duties', ...horizon } });
    const duties = [
      { personId: grace.id, duty: 'Growth' },
      { personId: ada.id, duty: 'Quality' },
    ];
    const plan = await owner.call(plans.setDuties, { params: { id }, body: { duties } });
    expect(plan.duties).toEqual([
      { person: { id: grace.id, name: 'Grace H' }, duty: 'Growth' },
      { person: { id: ada.id, name: 'Ada L' }, duty: 'Quality' },
    ]);
    const twice = await owner.refused(plans.setDuties, {
      params: { id },
      body: { duties: [...duties, { personId: ada.id, duty: 'Again' }] },
    });
    expect(twice.issues[0]).toMatchObject({ path: ['duties', 2, 'personId'], code: 'doubled' });
    const none = await owner.call(plans.setDuties, { params: { id }, body: { duties: [] } });
    expect(none.duties).toEqual([]);
  });

  test('begins from a starting model with its text, goals and tactics (ST-28, ST-30)', async () => {
    for (const template of planTemplateKeys) {
      const model = planTemplates[template];
      const plan = await owner.call(plans.create, {
        body: { name: model.name, ...horizon, template, mission: 'Our own words' },
      });
      expect(plan).toMatchObject({ mission: 'Our own words', values: model.values });
      const made = await owner.call(goals.list, { query: { planId: plan.id, sort: 'number' } });
      expect(made.rows.map((row) => [row.name, row.headline?.name, row.deadline])).toEqual(
        model.goals.map((goal) => [goal.name, goal.kpi.name, horizon.endsOn]),
      );
      const { rows } = await owner.call(tacticalPlans.list, { query: { planId: plan.id } });
      expect(rows.map((row) => [row.name, row.goal?.name, row.tacticCount])).toEqual(
        model.tacticalPlans.map((one) => [
          one.name,
          model.goals[one.goal]?.name,
          one.tactics.length,
        ]),
      );
    }
  });
});

test('a goal keeps who stated it, when and where (ST-17)', async () => {
  const plan = await owner.call(plans.create, { body: { name: 'Stated', ...horizon } });
  const statedOn = calendarDate('2026-01-15');
  const goal = await owner.call(goals.create, {
    body: {
      planId: plan.id,
      name: 'Stated',
      driver: 'risk',
      statedOn,
      statedAt: 'Retreat in Bad Saarow',
    },
  });
  expect(goal).toMatchObject({ statedOn, statedAt: 'Retreat in Bad Saarow' });
});
