import { goals } from '@evenkeel/contract/goals';
import { history } from '@evenkeel/contract/history';
import { kpis } from '@evenkeel/contract/kpis';
import { objectives } from '@evenkeel/contract/objectives';
import { plans } from '@evenkeel/contract/plans';
import { search } from '@evenkeel/contract/search';
import { trash } from '@evenkeel/contract/trash';
import { addDays, type CalendarDate, monthEnd, monthOf } from '@evenkeel/core/calendar-date';
import type { GoalId, ObjectiveId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let owner: Client;
let goalId: GoalId;
let today: CalendarDate;

beforeAll(async () => {
  owner = await app.client();
  today = dayIn('Europe/Berlin', new Date());
  const plan = await owner.call(plans.create, {
    body: { name: 'Plan', startsOn: addDays(today, -100), endsOn: addDays(today, 300) },
  });
  goalId = await newGoal('More clients', addDays(today, 100), plan.id);
});

async function newGoal(name: string, deadline: CalendarDate | null, planId?: string) {
  const { rows } = await owner.call(plans.list);
  const goal = await owner.call(goals.create, {
    // The plans listed are this workspace's.
    body: { planId: (planId ?? rows[0]?.id) as never, name, driver: 'growth', deadline },
  });
  return goal.id;
}

function newKpi(name: string, more: object = {}) {
  return owner.call(kpis.create, { body: { goalId, name, baseline: 0, target: 100, ...more } });
}

describe('a KPI', () => {
  test('takes start, deadline, perspective and direction from where it stands, until it says its own (ST-38)', async () => {
    const kpi = await newKpi('Clients', { baseline: 40, target: 10 });
    expect(kpi).toMatchObject({
      direction: 'down',
      perspective: 'financial',
      frequency: 'monthly',
      startOn: null,
      lineStartsOn: addDays(today, -100),
      lineEndsOn: addDays(today, 100),
      pace: { standing: 'unknown', neededNow: 25 },
    });
    const own = await owner.call(kpis.update, {
      params: { id: kpi.id },
      version: 1,
      body: { deadline: today, startOn: addDays(today, -10) },
    });
    expect(own).toMatchObject({ lineEndsOn: today, pace: { neededNow: 10 } });
  });

  test('takes actuals by day with a comment, corrects one, and stands as the latest says', async () => {
    const { id } = await newKpi('Measured');
    const put = (days: number, value: number, comment = '') =>
      owner.call(kpis.setActual, {
        params: { id, on: addDays(today, -days) },
        body: { value, comment },
      });
    await put(40, 20, 'A slow start.');
    await put(0, 30);
    const kpi = await put(0, 50, 'Counted again.');
    expect(kpi.actuals.map(({ value, comment }) => [value, comment])).toEqual([
      [50, 'Counted again.'],
      [20, 'A slow start.'],
    ]);
    expect(kpi.actuals[0]?.enteredBy?.id).toBe(owner.member.memberId);
    expect(kpi.series.map((point) => point.value)).toEqual([20, 50]);
    expect(kpi.pace).toMatchObject({ progress: 5_000, standing: 'on-track' });
    const goal = await owner.call(goals.get, { params: { id: goalId } });
    expect(goal.kpiCount).toBeGreaterThan(1);

    const { rows } = await owner.call(history.list, { query: { root: 'kpi', rootId: id } });
    expect(rows.find((row) => row.action === 'update')?.fields).toContainEqual({
      field: 'value',
      before: '30',
      after: '50',
    });
    const less = await owner.call(kpis.removeActual, { params: { id, on: today } });
    expect(less.actuals).toHaveLength(1);
    expect((await owner.refused(kpis.removeActual, { params: { id, on: today } })).status).toBe(
      404,
    );
    const ahead = await owner.refused(kpis.setActual, {
      params: { id, on: addDays(today, 1) },
      body: { value: 1 },
    });
    expect(ahead.issues[0]).toMatchObject({ path: ['on'], code: 'too-late' });
  });

  test('bends its line at its interim targets', async () => {
    const { id } = await newKpi('Bent');
    const kpi = await owner.call(kpis.setInterimTargets, {
      params: { id },
      body: { targets: [{ on: today, value: 80 }] },
    });
    expect(kpi.pace.neededNow).toBe(80);
    const none = await owner.call(kpis.setInterimTargets, {
      params: { id },
      body: { targets: [] },
    });
    expect(none.interimTargets).toEqual([]);
    const twice = { targets: [1, 2].map((value) => ({ on: today, value })) };
    const refusal = await owner.refused(kpis.setInterimTargets, { params: { id }, body: twice });
    expect(refusal.issues[0]).toMatchObject({ path: ['targets', 1, 'on'], code: 'doubled' });
  });

  test('refuses a target on the wrong side of its baseline, and an objective of another goal', async () => {
    const wrong = await owner.refused(kpis.create, {
      body: { goalId, name: 'Wrong', direction: 'up', baseline: 5, target: 1 },
    });
    expect(wrong.issues[0]).toMatchObject({ path: ['target'], code: 'wrong-direction' });
    const elsewhere = await newGoal('Elsewhere', null);
    const objective = await owner.call(objectives.create, {
      body: { goalId: elsewhere, name: 'A part' },
    });
    const foreign = await owner.refused(kpis.create, {
      body: { goalId, name: 'Wrong', objectiveId: objective.id },
    });
    expect(foreign.issues[0]).toMatchObject({ path: ['objectiveId'], code: 'unknown' });
  });

  test('reminds of its next actual: at the end of each period that has none', async () => {
    const kpi = await newKpi('Reminds', { frequency: 'monthly', startOn: addDays(today, -70) });
    expect(kpi.dueOn).toBe(monthEnd(monthOf(addDays(today, -70))));
    const due = await owner.call(kpis.due, { query: { withinDays: 0 } });
    expect(due.rows.map((row) => row.name)).toContain('Reminds');
    const days = due.rows.map((row) => row.dueOn);
    expect(days).toEqual(days.toSorted());
    await owner.call(kpis.setActual, { params: { id: kpi.id, on: today }, body: { value: 1 } });
    const after = await owner.call(kpis.due, { query: { withinDays: 0 } });
    expect(after.rows.map((row) => row.name)).not.toContain('Reminds');
    expect((await owner.call(kpis.due, { query: { ownerId: 'me' } })).rows).toEqual([]);
  });

  test('goes to the trash and comes back, is found by name, and leaves its goal with the others', async () => {
    const { id } = await newKpi('Passing figure');
    const found = await owner.call(search.find, { query: { query: 'passing fig' } });
    expect(found.rows).toMatchObject([{ kind: 'kpi', id, context: 'More clients' }]);
    await owner.call(kpis.remove, { params: { id } });
    expect((await owner.call(kpis.list)).rows.map((row) => row.id)).not.toContain(id);
    const lying = await owner.call(trash.list, {});
    expect(lying.rows).toContainEqual(expect.objectContaining({ kind: 'kpi', id }));
    const refusal = await owner.refused(kpis.setActual, {
      params: { id, on: today },
      body: { value: 1 },
    });
    expect(refusal.code).toBe('wrong-state');
    await owner.call(kpis.restore, { params: { id } });
    expect((await owner.call(kpis.list)).rows.map((row) => row.id)).toContain(id);
  });

  test('is listed by each sort and filter', async () => {
    const all = await owner.call(kpis.list);
    for (const sort of ['position', '-number', 'name', 'goal', 'perspective', '-owner'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { sort, limit: 2, ...(cursor ? { cursor } : {}) };
        const answer = await owner.call(kpis.list, { query });
        seen.push(...answer.rows.map((row) => row.id));
        cursor = answer.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(seen).size, sort).toBe(all.total);
    }
    const none = await owner.call(kpis.list, { query: { perspective: 'customer' } });
    expect(none.rows).toEqual([]);
    const own = await owner.call(kpis.list, { query: { goalId } });
    expect(own.total).toBe(all.total);
  });

  test('of another workspace is not there, and a viewer measures none', async () => {
    const { id } = await newKpi('Secret');
    const stranger = await app.client();
    const body = { value: 1 };
    for (const refusal of [
      await stranger.refused(kpis.get, { params: { id } }),
      await stranger.refused(kpis.setActual, { params: { id, on: today }, body }),
      await stranger.refused(kpis.setInterimTargets, { params: { id }, body: { targets: [] } }),
    ]) {
      expect(refusal.status).toBe(404);
    }
    const viewer = await app.client({ role: 'viewer', workspaceOf: owner });
    const refusal = await viewer.refused(kpis.setActual, { params: { id, on: today }, body });
    expect(refusal.code).toBe('not-allowed');
  });
});

describe('an objective (ST-16)', () => {
  test('is a part of a goal that holds KPIs, and leaves them on the goal when it goes', async () => {
    const objective = await owner.call(objectives.create, { body: { goalId, name: 'Known' } });
    const kpi = await newKpi('Of the part', { objectiveId: objective.id });
    expect(kpi.objective).toEqual({ id: objective.id, name: 'Known' });
    const renamed = await owner.call(objectives.update, {
      params: { id: objective.id },
      version: 1,
      body: { name: 'Known to buyers' },
    });
    expect(renamed).toMatchObject({ name: 'Known to buyers', kpiCount: 1, position: 1 });
    await owner.call(objectives.remove, { params: { id: objective.id } });
    const left = await owner.call(kpis.get, { params: { id: kpi.id } });
    expect(left.objective).toBeNull();
    await owner.call(objectives.restore, { params: { id: objective.id } });
    const back = await owner.call(kpis.get, { params: { id: kpi.id } });
    expect(back.objective?.id).toBe(objective.id);
    const { rows } = await owner.call(objectives.list, { query: { goalId } });
    expect(rows.map((row) => row.name)).toEqual(['Known to buyers']);
  });

  test('stays behind when its KPI moves to another goal', async () => {
    const objective = await owner.call(objectives.create, { body: { goalId, name: 'Stays' } });
    const kpi = await newKpi('Moves', { objectiveId: objective.id });
    const other = await newGoal('Other', null);
    const moved = await owner.call(kpis.update, {
      params: { id: kpi.id },
      version: 1,
      body: { goalId: other },
    });
    expect(moved).toMatchObject({ goal: { id: other }, objective: null });
    // An id of a record of another kind is no objective.
    const params = { id: other as unknown as ObjectiveId };
    expect((await owner.refused(objectives.remove, { params })).status).toBe(404);
  });
});
