import { goalMatrix } from '@evenkeel/contract/goal-matrix';
import { initiatives } from '@evenkeel/contract/initiatives';
import { projects } from '@evenkeel/contract/projects';
import { describe, expect, test } from 'vitest';
import { startSampleApp } from '../../test/sample-app.ts';

const app = await startSampleApp();
const { owner } = app;

describe('the goal matrix (ST-40)', () => {
  test('shows live initiatives against goals, one of them hurting, and who stands alone', async () => {
    const matrix = await owner.call(goalMatrix.get);
    expect(matrix.projects.every(({ kind }) => kind === 'initiative')).toBe(true);
    expect(matrix.projects.map(({ state }) => state)).not.toContain('shelved');
    expect(matrix.cells.some(({ strength }) => strength < 0)).toBe(true);
    const alone = matrix.goals.filter(({ id }) => matrix.goalsWithoutInitiative.includes(id));
    expect(alone.map(({ name }) => name)).toEqual(['Nine of ten people stay each year']);
    expect(matrix.initiativesWithoutGoal.length).toBeGreaterThan(0);
    const all = await owner.call(goalMatrix.get, { query: { kinds: 'all' } });
    expect(all.projects.some(({ kind }) => kind === 'client')).toBe(true);
    // A client project that helps a goal is no initiative for it.
    expect(all.goalsWithoutInitiative).toEqual(matrix.goalsWithoutInitiative);
  });

  test('takes a strength for a client project too, and takes it off again (ST-34)', async () => {
    const { rows } = await owner.call(projects.list, { query: { kind: 'client', limit: 1 } });
    const { goals } = await owner.call(goalMatrix.get);
    const [project, goal] = [rows[0], goals[4]];
    if (!project || !goal) throw new Error('the sample has both');
    const params = { projectId: project.id, goalId: goal.id };
    await owner.call(goalMatrix.set, { params, body: { strength: 2 } });
    await owner.call(goalMatrix.set, { params, body: { strength: -1 } });
    const own = await owner.call(goalMatrix.ofProject, { params: { projectId: project.id } });
    expect(own.rows).toContainEqual({ goal: { id: goal.id, name: goal.name }, strength: -1 });
    await owner.call(goalMatrix.set, { params, body: { strength: null } });
    const less = await owner.call(goalMatrix.ofProject, { params: { projectId: project.id } });
    expect(less.rows.map((row) => row.goal.id)).not.toContain(goal.id);
  });

  test('leaves a running initiative one goal that it serves (ST-03)', async () => {
    const { rows } = await owner.call(initiatives.list, { query: { state: 'executing' } });
    const one = rows.find((row) => row.goals.length === 1);
    const goal = one?.goals[0];
    if (!one || !goal) throw new Error('the sample has one');
    const refusal = await owner.refused(goalMatrix.set, {
      params: { projectId: one.id, goalId: goal.id },
      body: { strength: null },
    });
    expect(refusal.code).toBe('wrong-state');
  });

  test('is closed to strangers, and a viewer changes no cell', async () => {
    const { cells } = await owner.call(goalMatrix.get);
    const cell = cells[0];
    if (!cell) throw new Error('the sample has cells');
    const params = { projectId: cell.projectId, goalId: cell.goalId };
    const stranger = await app.client();
    expect((await stranger.refused(goalMatrix.set, { params, body: { strength: 1 } })).status).toBe(
      404,
    );
    expect((await stranger.call(goalMatrix.get)).cells).toEqual([]);
    const viewer = await app.client({ role: 'viewer', workspaceOf: owner });
    const refusal = await viewer.refused(goalMatrix.set, { params, body: { strength: 1 } });
    expect(refusal.code).toBe('not-allowed');
  });
});
