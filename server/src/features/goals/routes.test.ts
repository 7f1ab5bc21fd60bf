import { goals } from '@evenkeel/contract/goals';
import { plans } from '@evenkeel/contract/plans';
import { addDays, type CalendarDate, calendarDate } from '@evenkeel/core/calendar-date';
import type { StrategicPlanId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let owner: Client;
let planId: StrategicPlanId;
let today: CalendarDate;

beforeAll(async () => {
  owner = await app.client();
  // The workspace's own zone.
  today = dayIn('Europe/Berlin', new Date());
  const plan = await owner.call(plans.create, {
    body: { name: 'Plan', startsOn: addDays(today, -100), endsOn: addDays(today, 300) },
  });
  planId = plan.id;
});

describe('a goal', () => {
  test('with its first KPI stands as the KPI does against its line (ST-27, U25)', async () => {
    const goal = await owner.call(goals.create, {
      body: {
        planId,
        name: '50 clients more by the deadline',
        driver: 'growth',
        kpi: { name: 'Clients', unit: 'clients', baseline: 100, target: 150, actual: 112.5 },
        deadline: addDays(today, 100),
      },
    });
    expect(goal).toMatchObject({
      number: 1001,
      kpiCount: 1,
      headline: { name: 'Clients', baseline: 100, target: 150, actual: 112.5 },
    });
    expect(goal.pace).toEqual({ progress: 2_500, neededProgress: 5_000, standing: 'off-track' });
    expect(goal.gaps.map((gap) => gap.field)).toEqual(['ownerId', 'statedBy']);
  });

  test('that falls is measured the same way, and keeps its decimals', async () => {
    const goal = await owner.call(goals.create, {
      body: {
        planId,
        name: 'Fewer late deliveries',
        driver: 'risk',
        kpi: { name: 'Late', baseline: 12.5, target: 0.25, actual: 0.25 },
      },
    });
    expect(goal.headline).toMatchObject({ baseline: 12.5, target: 0.25 });
    expect(goal.pace).toMatchObject({ progress: 10_000, standing: 'reached' });
  });

  test('exists before any initiative and is found among those that have none (ST-20)', async () => {
    const goal = await owner.call(goals.create, {
      body: { planId, name: 'Still alone', driver: 'growth' },
    });
    expect(goal.initiativeCount).toBe(0);
    const alone = await owner.call(goals.list, { query: { hasInitiative: 'false' } });
    expect(alone.rows.map((row) => row.id)).toContain(goal.id);
    const served = await owner.call(goals.list, { query: { hasInitiative: 'true' } });
    expect(served.rows.map((row) => row.id)).not.toContain(goal.id);
  });

  test('moves to another plan, but to none that does not exist', async () => {
    const goal = await owner.call(goals.create, {
      body: { planId, name: 'Moves', driver: 'growth' },
    });
    const other = await owner.call(plans.create, {
      body: {
        name: 'Other plan',
        startsOn: calendarDate('2026-01-01'),
        endsOn: calendarDate('2026-12-31'),
      },
    });
    const moved = await owner.call(goals.update, {
      params: { id: goal.id },
      version: 1,
      body: { planId: other.id },
    });
    expect(moved.plan).toEqual({ id: other.id, name: 'Other plan' });
    const listed = await owner.call(goals.list, { query: { planId: other.id } });
    expect(listed.rows.map((row) => row.name)).toEqual(['Moves']);
    // An id of a record of another kind is no plan.
    const nowhere = goal.id as unknown as StrategicPlanId;
    const refusal = await owner.refused(goals.update, {
      params: { id: goal.id },
      version: 2,
      body: { planId: nowhere },
    });
    expect(refusal.issues[0]).toMatchObject({ path: ['planId'], code: 'unknown' });
  });

  test('is listed in order of each sort, with every row once', async () => {
    for (const sort of ['number', '-name', 'deadline', '-initiatives', 'owner', 'plan'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { sort, limit: 2, ...(cursor ? { cursor } : {}) };
        const answer = await owner.call(goals.list, { query });
        seen.push(...answer.rows.map((row) => row.id));
        cursor = answer.nextCursor ?? undefined;
      } while (cursor);
      const { total } = await owner.call(goals.list);
      expect(new Set(seen).size, sort).toBe(total);
      expect(seen, sort).toHaveLength(total);
    }
  });

  test('of another workspace is not there, and a viewer changes none', async () => {
    const goal = await owner.call(goals.create, {
      body: { planId, name: 'Secret goal', driver: 'growth' },
    });
    const stranger = await app.client();
    const params = { id: goal.id };
    expect((await stranger.call(goals.list)).rows).toEqual([]);
    for (const refusal of [
      await stranger.refused(goals.get, { params }),
      await stranger.refused(goals.update, { params, version: 1, body: { name: 'Taken' } }),
      await stranger.refused(goals.remove, { params }),
      await stranger.refused(goals.restore, { params }),
    ]) {
      expect(refusal.status).toBe(404);
    }
    const viewer = await app.client({ role: 'viewer', workspaceOf: owner });
    expect((await viewer.refused(goals.remove, { params })).code).toBe('not-allowed');
    expect((await viewer.call(goals.get, { params })).name).toBe('Secret goal');
  });
});
