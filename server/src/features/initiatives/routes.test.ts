import { goals } from '@evenkeel/contract/goals';
import { history } from '@evenkeel/contract/history';
import {
  type InitiativeChange,
  type InitiativeView,
  initiatives,
} from '@evenkeel/contract/initiatives';
import { projects } from '@evenkeel/contract/projects';
import { addDays } from '@evenkeel/core/calendar-date';
import type { ProjectState } from '@evenkeel/core/projects/state';
import { describe, expect, test } from 'vitest';
import { serving, startStrategyFirm } from './strategy-firm.fixture.ts';

const firm = await startStrategyFirm();
const { app, owner, goalId, personId, teamId, today, newGoal, moved, threeCriteria } = firm;

function metCriteria(initiative: InitiativeView): string[] {
  return initiative.test.criteria.filter(({ isMet }) => isMet).map(({ criterion }) => criterion);
}

describe('the initiative-or-goal test on a record (B04, ST-14, ST-15)', () => {
  test('is computed from the fields, criterion by criterion, as they are filled', async () => {
    let initiative = await owner.call(initiatives.create, { body: { name: 'Enter Poland' } });
    expect(initiative).toMatchObject({ state: 'considered', goals: [] });
    expect(initiative.test).toMatchObject({ metCount: 0, class: 'goal-candidate' });
    const fill = async (body: InitiativeChange) => {
      initiative = await owner.call(initiatives.update, {
        params: { id: initiative.id },
        version: initiative.version,
        body,
      });
      return metCriteria(initiative);
    };
    expect(await fill({ scope: 'An office in Warsaw' })).toEqual(['defined']);
    expect(await fill({ teamId })).toEqual(['defined', 'organisation']);
    expect(await fill({ ownerId: personId })).toEqual(['defined', 'organisation']);
    expect(initiative.test.class).toBe('goal-candidate');
    expect(await fill({ projectManagerId: personId })).toEqual([
      'defined',
      'organisation',
      'leadership',
    ]);
    expect(initiative.test.class).toBe('initiative');
    expect(await fill({ budget: 1 })).toHaveLength(4);
    expect(await fill({ startOn: today, endOn: addDays(today, 90) })).toHaveLength(4);
    const linked = await owner.call(initiatives.setGoals, {
      params: { id: initiative.id },
      body: { goals: serving(goalId) },
    });
    expect(linked.test).toMatchObject({ metCount: 5, class: 'initiative' });
  });

  test('turns the record into a goal candidate at once when its budget is deleted, on the record', async () => {
    const initiative = await owner.call(initiatives.create, {
      body: { ...threeCriteria(), goals: serving(goalId) },
    });
    expect(initiative.test.class).toBe('initiative');
    const without = await owner.call(initiatives.update, {
      params: { id: initiative.id },
      version: initiative.version,
      body: { budget: null },
    });
    expect(without.test).toMatchObject({ metCount: 2, class: 'goal-candidate' });
    const listed = await owner.call(initiatives.list, { query: { ids: initiative.id } });
    expect(listed.rows[0]?.test).toEqual(without.test);
    const { rows } = await owner.call(history.list, {
      query: { root: 'project', rootId: initiative.id },
    });
    expect(rows[0]?.fields).toEqual([{ field: 'budget', before: '5000000', after: null }]);
  });
});

describe('approving an initiative (ST-03, ST-14)', () => {
  test('is refused with everything that is missing, and by which field', async () => {
    const initiative = await owner.call(initiatives.create, {
      body: { name: 'Half an idea', teamId },
    });
    const proposed = await moved(initiative, 'proposed');
    const refusal = await owner.refused(initiatives.move, {
      params: { id: initiative.id },
      version: proposed.version,
      body: { state: 'approved' },
    });
    expect(refusal).toMatchObject({ status: 409, code: 'wrong-state' });
    expect(refusal.detail).toContain('1 of 5 criteria and serves no goal');
    expect(refusal.issues.map((found) => found.path[0])).toEqual([
      'goals',
      'scope',
      'ownerId',
      'projectManagerId',
      'budget',
      'startOn',
      'endOn',
    ]);
    const unchanged = await owner.call(initiatives.get, { params: { id: initiative.id } });
    expect(unchanged).toMatchObject({ state: 'proposed', version: proposed.version });
  });

  test('needs both: three criteria without a goal are refused, and a goal without three criteria', async () => {
    const withoutGoal = await moved(
      await owner.call(initiatives.create, { body: threeCriteria() }),
      'proposed',
    );
    const approval = { version: withoutGoal.version, body: { state: 'approved' as const } };
    const refusal = await owner.refused(initiatives.move, {
      params: { id: withoutGoal.id },
      ...approval,
    });
    expect(refusal.issues).toEqual([
      { path: ['goals'], code: 'no-goal', message: 'Link at least one goal that it serves.' },
    ]);
    const twoOfFive = await moved(
      await owner.call(initiatives.create, {
        body: { ...threeCriteria(), budget: 0, goals: serving(goalId) },
      }),
      'proposed',
    );
    const other = await owner.refused(initiatives.move, {
      params: { id: twoOfFive.id },
      version: twoOfFive.version,
      body: { state: 'approved' },
    });
    expect(other.issues.map((found) => found.code)).toContain('criterion-budget');
  });

  test('does not take a goal that it hurts, nor one in the trash, for a goal it serves', async () => {
    const hurt = await newGoal('Fewer trips');
    const thrown = await newGoal('Thrown away');
    const initiative = await moved(
      await owner.call(initiatives.create, {
        body: {
          ...threeCriteria(),
          goals: [{ goalId: hurt, strength: -2 }, ...serving(thrown)],
        },
      }),
      'proposed',
    );
    await owner.call(goals.remove, { params: { id: thrown } });
    const approval = {
      params: { id: initiative.id },
      version: initiative.version,
      body: { state: 'approved' as const },
    };
    expect((await owner.refused(initiatives.move, approval)).issues[0]?.code).toBe('no-goal');
    await owner.call(goals.restore, { params: { id: thrown } });
    expect(await owner.call(initiatives.move, approval)).toMatchObject({ state: 'approved' });
  });

  test('is for managers; a member proposes, a viewer reads', async () => {
    const member = await app.client({ role: 'member', workspaceOf: owner });
    const manager = await app.client({ role: 'manager', workspaceOf: owner });
    const viewer = await app.client({ role: 'viewer', workspaceOf: owner });
    const initiative = await member.call(initiatives.create, {
      body: { ...threeCriteria(), goals: serving(goalId) },
    });
    const params = { id: initiative.id };
    const to = (state: ProjectState, version: number) => ({ params, version, body: { state } });
    await member.call(initiatives.move, to('proposed', 1));
    const refusal = await member.refused(initiatives.move, to('approved', 2));
    expect(refusal).toMatchObject({ status: 403, code: 'not-allowed' });
    expect((await viewer.refused(initiatives.move, to('approved', 2))).code).toBe('not-allowed');
    await manager.call(initiatives.move, to('approved', 2));
    expect(await viewer.call(initiatives.get, { params })).toMatchObject({ state: 'approved' });
    // Once approved, the work is the team's.
    await member.call(initiatives.move, to('executing', 3));
  });

  test('cannot be passed by the call that moves client projects', async () => {
    const initiative = await moved(
      await owner.call(initiatives.create, { body: { name: 'Around the gate' } }),
      'proposed',
    );
    const refusal = await owner.refused(projects.changeState, {
      params: { id: initiative.id },
      version: initiative.version,
      body: { state: 'approved' },
    });
    expect(refusal.code).toBe('wrong-state');
  });
});

describe('the funnel of an initiative (ST-39)', () => {
  test('runs from considered to completed and keeps why something was shelved', async () => {
    const initiative = await owner.call(initiatives.create, {
      body: { ...threeCriteria(), goals: serving(goalId) },
    });
    const running = await moved(initiative, 'proposed', 'approved', 'executing');
    const silent = await owner.refused(initiatives.move, {
      params: { id: running.id },
      version: running.version,
      body: { state: 'shelved', reason: ' ' },
    });
    expect(silent.issues[0]).toMatchObject({ path: ['reason'], code: 'needed' });
    const shelved = await owner.call(initiatives.move, {
      params: { id: running.id },
      version: running.version,
      body: { state: 'shelved', reason: 'No capacity before summer' },
    });
    expect(shelved.stateReason).toBe('No capacity before summer');
    const done = await moved(shelved, 'executing', 'completed');
    expect(done).toMatchObject({ state: 'completed', stateReason: '' });
    const { rows } = await owner.call(history.list, {
      query: { root: 'project', rootId: initiative.id },
    });
    expect(rows.flatMap((row) => row.fields)).toContainEqual({
      field: 'state reason',
      before: null,
      after: 'No capacity before summer',
    });
  });

  test('asks again for approval when something shelved is taken up with a criterion lost', async () => {
    const initiative = await owner.call(initiatives.create, {
      body: { ...threeCriteria(), goals: serving(goalId) },
    });
    const shelved = await moved(initiative, 'proposed', 'approved', 'shelved');
    const without = await owner.call(initiatives.update, {
      params: { id: shelved.id },
      version: shelved.version,
      body: { budget: null },
    });
    const refusal = await owner.refused(initiatives.move, {
      params: { id: shelved.id },
      version: without.version,
      body: { state: 'executing' },
    });
    expect(refusal.issues.map((found) => found.path[0])).toContain('budget');
  });

  test('refuses a stale version', async () => {
    const initiative = await owner.call(initiatives.create, { body: { name: 'Contested' } });
    await moved(initiative, 'proposed');
    const refusal = await owner.refused(initiatives.move, {
      params: { id: initiative.id },
      version: initiative.version,
      body: { state: 'considered' },
    });
    expect(refusal.code).toBe('stale-version');
  });
});
