import { goals } from '@evenkeel/contract/goals';
import { history } from '@evenkeel/contract/history';
import { initiatives } from '@evenkeel/contract/initiatives';
import { people } from '@evenkeel/contract/people';
import { plans } from '@evenkeel/contract/plans';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { time } from '@evenkeel/contract/time';
import { addDays, weekStart } from '@evenkeel/core/calendar-date';
import type { GoalId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import { serving, startStrategyFirm } from './strategy-firm.fixture.ts';

const { app, owner, goalId, today, newGoal, moved, threeCriteria } = await startStrategyFirm();

describe('the goals of an initiative (ST-03, ST-20)', () => {
  test('are linked from strongly hurts to strongly helps, and only what changed is recorded', async () => {
    const second = await newGoal('Known in the north');
    const initiative = await owner.call(initiatives.create, {
      body: { name: 'Linked', goals: serving(goalId) },
    });
    const params = { id: initiative.id };
    const changed = await owner.call(initiatives.setGoals, {
      params,
      body: { goals: [...serving(goalId), { goalId: second, strength: -2 }] },
    });
    expect(changed.goals.map(({ id, strength }) => [id, strength])).toEqual([
      [goalId, 1],
      [second, -2],
    ]);
    const { rows } = await owner.call(history.list, {
      query: { root: 'project', rootId: initiative.id },
    });
    expect(rows.filter((row) => row.subject === 'goal_link')).toHaveLength(2);
    await owner.call(initiatives.setGoals, { params, body: { goals: [] } });
    expect((await owner.call(initiatives.get, { params })).goals).toEqual([]);
  });

  test('refuses a goal twice, an unknown goal, and a strength out of range', async () => {
    const initiative = await owner.call(initiatives.create, { body: { name: 'Refused' } });
    const params = { id: initiative.id };
    // An id of a record of another kind is no goal.
    const unknown = initiative.id as unknown as GoalId;
    for (const [links, path] of [
      [serving(goalId, goalId), ['goals', 1, 'goalId']],
      [serving(unknown), ['goals', 0, 'goalId']],
      [[{ goalId, strength: 3 }], ['goals', 0, 'strength']],
    ] as const) {
      const refusal = await owner.refused(initiatives.setGoals, {
        params,
        body: { goals: [...links] },
      });
      expect(refusal.issues[0]?.path).toEqual(path);
    }
  });

  test('of what is approved are never all taken away', async () => {
    const initiative = await moved(
      await owner.call(initiatives.create, {
        body: { ...threeCriteria(), goals: serving(goalId) },
      }),
      'proposed',
      'approved',
    );
    const params = { id: initiative.id };
    const refusal = await owner.refused(initiatives.setGoals, { params, body: { goals: [] } });
    expect(refusal.code).toBe('wrong-state');
    expect((await owner.call(initiatives.get, { params })).goals).toHaveLength(1);
  });

  test('flag both ends: initiatives without a goal, goals without an initiative', async () => {
    const lonely = await newGoal('Nobody works on it');
    const served = await newGoal('Somebody works on it');
    const without = await owner.call(initiatives.create, { body: { name: 'Serves nothing' } });
    const withGoal = await owner.call(initiatives.create, {
      body: { name: 'Serves something', goals: serving(served) },
    });
    const ids = async (hasGoal: 'true' | 'false') =>
      (await owner.call(initiatives.list, { query: { hasGoal } })).rows.map((row) => row.id);
    expect(await ids('false')).toContain(without.id);
    expect(await ids('false')).not.toContain(withGoal.id);
    expect(await ids('true')).toContain(withGoal.id);
    const goalIds = async () =>
      (await owner.call(goals.list, { query: { hasInitiative: 'false' } })).rows.map((r) => r.id);
    expect(await goalIds()).toContain(lonely);
    expect(await goalIds()).not.toContain(served);
    await moved(withGoal, 'rejected');
    expect(await goalIds()).toContain(served);
    const under = await owner.call(initiatives.list, { query: { goalId: served } });
    expect(under.rows.map((row) => row.id)).toEqual([withGoal.id]);
  });
});

describe('the list of initiatives', () => {
  test('shows promised against logged and estimated hours', async () => {
    const firm = await app.client();
    const ada = await firm.call(people.create, {
      body: { name: 'Ada', joinedOn: addDays(today, -400) },
    });
    const plan = await firm.call(plans.create, {
      body: { name: 'Plan', startsOn: addDays(today, -100), endsOn: addDays(today, 100) },
    });
    const goal = await firm.call(goals.create, {
      body: { planId: plan.id, name: 'Goal', driver: 'risk' },
    });
    // Two whole weeks before this one: ten weekdays have been promised.
    const startOn = addDays(weekStart(today), -14);
    const created = await firm.call(initiatives.create, {
      body: {
        name: 'Safer backups',
        purpose: 'Nothing is lost',
        budget: 100,
        startOn,
        endOn: addDays(startOn, 13),
        promisedWeeklyMinutes: 600,
        goals: [{ goalId: goal.id, strength: 2 }],
      },
    });
    expect(created.promisedMinutes).toBeNull();
    const params = { id: created.id };
    for (const [index, state] of (['proposed', 'approved'] as const).entries()) {
      await firm.call(initiatives.move, { params, version: index + 1, body: { state } });
    }
    await firm.call(tasks.create, {
      body: { projectId: created.id, name: 'Restore drill', estimateMinutes: 480 },
    });
    await firm.call(time.create, {
      body: { projectId: created.id, personId: ada.id, on: startOn, minutes: 90 },
    });
    const { rows, total } = await firm.call(initiatives.list);
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      promisedWeeklyMinutes: 600,
      promisedMinutes: 1_200,
      loggedMinutes: 90,
      estimatedMinutes: 480,
      state: 'approved',
      goals: [{ id: goal.id, number: 1001, name: 'Goal', strength: 2 }],
    });
    expect(rows[0]?.test.metCount).toBe(3);
  });

  test('pages through every row once in each order, and knows no client project', async () => {
    await owner.call(projects.create, { body: { kind: 'client', name: 'Paid work' } });
    for (const sort of ['number', 'state', '-budget', 'startOn', 'owner', '-priority'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { sort, limit: 4, ...(cursor ? { cursor } : {}) };
        const answer = await owner.call(initiatives.list, { query });
        expect(answer.rows.map((row) => row.name)).not.toContain('Paid work');
        seen.push(...answer.rows.map((row) => row.id));
        cursor = answer.nextCursor ?? undefined;
      } while (cursor);
      const { total } = await owner.call(initiatives.list);
      expect(seen, sort).toHaveLength(total);
      expect(new Set(seen).size, sort).toBe(total);
    }
  });

  test('leaves out the trash, and restoring brings the goals back with it', async () => {
    const initiative = await owner.call(initiatives.create, {
      body: { name: 'In the bin', goals: serving(goalId) },
    });
    const params = { id: initiative.id };
    await owner.call(initiatives.remove, { params });
    const listed = await owner.call(initiatives.list, { query: { search: 'In the bin' } });
    expect(listed.rows).toEqual([]);
    const linked = await owner.refused(initiatives.setGoals, { params, body: { goals: [] } });
    expect(linked.code).toBe('wrong-state');
    const restored = await owner.call(initiatives.restore, { params });
    expect(restored).toMatchObject({ deletedAt: null, goals: [{ id: goalId }] });
  });

  test('of another workspace shows nothing, and nothing there can be linked or changed', async () => {
    const initiative = await owner.call(initiatives.create, {
      body: { ...threeCriteria(), name: 'Secret initiative', goals: serving(goalId) },
    });
    const stranger = await app.client();
    const params = { id: initiative.id };
    expect((await stranger.call(initiatives.list)).rows).toEqual([]);
    for (const refusal of [
      await stranger.refused(initiatives.get, { params }),
      await stranger.refused(initiatives.update, { params, version: 1, body: { scope: 'x' } }),
      await stranger.refused(initiatives.move, {
        params,
        version: 1,
        body: { state: 'proposed' },
      }),
      await stranger.refused(initiatives.setGoals, { params, body: { goals: [] } }),
      await stranger.refused(initiatives.remove, { params }),
      await stranger.refused(initiatives.restore, { params }),
    ]) {
      expect(refusal.status).toBe(404);
    }
    const own = await stranger.call(initiatives.create, { body: { name: 'Own' } });
    const planted = await stranger.refused(initiatives.setGoals, {
      params: { id: own.id },
      body: { goals: serving(goalId) },
    });
    expect(planted.issues[0]).toMatchObject({ code: 'unknown' });
  });

  test('treats a client project as what it is: it has no place here (ST-01)', async () => {
    const project = await owner.call(projects.create, {
      body: { kind: 'client', name: 'Client work' },
    });
    const params = { id: project.id };
    expect((await owner.refused(initiatives.get, { params })).status).toBe(404);
    const change = { params, version: 1, body: { category: 'grow' as const } };
    expect((await owner.refused(initiatives.update, change)).status).toBe(404);
    expect((await owner.refused(initiatives.remove, { params })).status).toBe(404);
  });
});
