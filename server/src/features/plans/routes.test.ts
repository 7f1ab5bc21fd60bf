import { goals } from '@evenkeel/contract/goals';
import { history } from '@evenkeel/contract/history';
import { plans } from '@evenkeel/contract/plans';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let owner: Client;

const horizon = { startsOn: calendarDate('2026-01-01'), endsOn: calendarDate('2026-12-31') };

beforeAll(async () => {
  owner = await app.client();
});

async function planWithGoal(name: string, client = owner) {
  const plan = await client.call(plans.create, { body: { name, ...horizon } });
  const body = { planId: plan.id, name: `Goal of ${name}`, driver: 'growth' as const };
  const goal = await client.call(goals.create, { body });
  return { plan, goal };
}

describe('a strategic plan', () => {
  test('begins as a numbered draft and says what it lacks (ST-22)', async () => {
    const fresh = await app.client();
    const plan = await fresh.call(plans.create, {
      body: { name: 'Plan for next year', ...horizon, mission: 'Help firms move' },
    });
    expect(plan).toMatchObject({ number: 1001, state: 'draft', goalCount: 0, approvedAt: null });
    expect(plan.gaps.map((gap) => [gap.field, gap.isNeeded])).toEqual([
      ['goals', true],
      ['ownerId', false],
      ['vision', false],
      ['standing', false],
      ['destination', false],
    ]);
  });

  test('is approved with a goal only, with the name of who did it and the moment', async () => {
    const plan = await owner.call(plans.create, { body: { name: 'Empty', ...horizon } });
    const approval = { params: { id: plan.id }, version: 1, body: { state: 'approved' as const } };
    const refusal = await owner.refused(plans.move, approval);
    expect(refusal).toMatchObject({ status: 409, code: 'wrong-state' });
    expect(refusal.issues).toEqual([
      { path: ['goals'], code: 'needed', message: 'Add at least one goal.' },
    ]);
    await owner.call(goals.create, {
      body: { planId: plan.id, name: 'Five clients', driver: 'growth' },
    });
    const approved = await owner.call(plans.move, approval);
    expect(approved).toMatchObject({
      state: 'approved',
      goalCount: 1,
      isChangedSinceApproval: false,
    });
    expect(approved.approvedBy).toEqual({ id: owner.member.memberId, name: 'Test owner' });
    expect(approved.approvedAt).not.toBeNull();
    const { rows } = await owner.call(history.list, {
      query: { root: 'strategic_plan', rootId: plan.id },
    });
    expect(rows[0]?.fields).toContainEqual({ field: 'state', before: 'draft', after: 'approved' });
  });

  test('edited after its approval stays approved, says so, and shows what changed', async () => {
    const { plan } = await planWithGoal('Edited later');
    const approved = await owner.call(plans.move, {
      params: { id: plan.id },
      version: plan.version,
      body: { state: 'approved' },
    });
    const edited = await owner.call(plans.update, {
      params: { id: plan.id },
      version: approved.version,
      body: { vision: 'The first choice in the north' },
    });
    expect(edited).toMatchObject({ state: 'approved', isChangedSinceApproval: true });
    expect(edited.approvedAt).toBe(approved.approvedAt);
    const { rows } = await owner.call(history.list, {
      query: { root: 'strategic_plan', rootId: plan.id },
    });
    expect(rows[0]?.fields).toEqual([
      { field: 'vision', before: null, after: 'The first choice in the north' },
    ]);
  });

  test('goes back to draft without its approval, and closed takes no edit until reopened', async () => {
    const { plan } = await planWithGoal('Back and forth');
    const step = async (version: number, state: 'draft' | 'approved' | 'closed') =>
      owner.call(plans.move, { params: { id: plan.id }, version, body: { state } });
    await step(1, 'approved');
    expect(await step(2, 'draft')).toMatchObject({ approvedAt: null, approvedBy: null });
    const approved = await step(3, 'approved');
    expect(await step(4, 'closed')).toMatchObject({ approvedAt: approved.approvedAt });
    const edit = { params: { id: plan.id }, version: 5, body: { mission: 'x' } };
    expect((await owner.refused(plans.update, edit)).code).toBe('wrong-state');
    const skipped = await owner.refused(plans.move, {
      params: { id: plan.id },
      version: 5,
      body: { state: 'draft' },
    });
    expect(skipped.code).toBe('wrong-state');
    await step(5, 'approved');
    expect(await owner.call(plans.update, { ...edit, version: 6 })).toMatchObject({ mission: 'x' });
  });

  test('ends after it starts, also when only one end is changed', async () => {
    const plan = await owner.call(plans.create, { body: { name: 'Horizon', ...horizon } });
    const backwards = await owner.refused(plans.update, {
      params: { id: plan.id },
      version: 1,
      body: { endsOn: calendarDate('2025-12-31') },
    });
    expect(backwards.issues[0]).toMatchObject({ path: ['endsOn'], code: 'too-early' });
  });

  test('goes to the trash when no goal stands in it, and comes back', async () => {
    const { plan, goal } = await planWithGoal('Thrown away');
    const refusal = await owner.refused(plans.remove, { params: { id: plan.id } });
    expect(refusal).toMatchObject({ status: 409, code: 'still-in-use' });
    expect(refusal.detail).toContain('A goal stands in this plan');
    expect(await owner.call(plans.get, { params: { id: plan.id } })).toMatchObject({
      deletedAt: null,
    });
    await owner.call(goals.remove, { params: { id: goal.id } });
    await owner.call(plans.remove, { params: { id: plan.id } });
    const listed = await owner.call(plans.list, { query: { search: 'Thrown' } });
    expect(listed.rows).toEqual([]);
    const orphan = await owner.refused(goals.restore, { params: { id: goal.id } });
    expect(orphan.code).toBe('wrong-state');
    const taken = await owner.refused(goals.create, {
      body: { planId: plan.id, name: 'Into the trash', driver: 'risk' },
    });
    expect(taken.issues[0]).toMatchObject({ path: ['planId'], code: 'unknown' });
    await owner.call(plans.restore, { params: { id: plan.id } });
    const restored = await owner.call(goals.restore, { params: { id: goal.id } });
    expect(restored).toMatchObject({ name: 'Goal of Thrown away', deletedAt: null });
  });
});

describe('who may do what with a plan', () => {
  test('a member writes it, a manager approves it, a viewer reads it', async () => {
    const { plan } = await planWithGoal('By roles');
    const member = await app.client({ role: 'member', workspaceOf: owner });
    const manager = await app.client({ role: 'manager', workspaceOf: owner });
    const viewer = await app.client({ role: 'viewer', workspaceOf: owner });
    const approval = { params: { id: plan.id }, version: 1, body: { state: 'approved' as const } };
    expect((await member.refused(plans.move, approval)).code).toBe('not-allowed');
    const edit = { params: { id: plan.id }, version: 1, body: { mission: 'Ours' } };
    expect((await viewer.refused(plans.update, edit)).code).toBe('not-allowed');
    await member.call(plans.update, edit);
    const approved = await manager.call(plans.move, { ...approval, version: 2 });
    expect(approved.approvedBy?.name).toBe('Test manager');
    expect(await viewer.call(plans.get, { params: { id: plan.id } })).toMatchObject({
      state: 'approved',
    });
  });

  test('another workspace sees nothing of it and changes nothing', async () => {
    const { plan } = await planWithGoal('Secret plan');
    const stranger = await app.client();
    expect((await stranger.call(plans.list)).rows).toEqual([]);
    const params = { id: plan.id };
    for (const refusal of [
      await stranger.refused(plans.get, { params }),
      await stranger.refused(plans.update, { params, version: 1, body: { mission: 'x' } }),
      await stranger.refused(plans.move, { params, version: 1, body: { state: 'approved' } }),
      await stranger.refused(plans.remove, { params }),
      await stranger.refused(plans.restore, { params }),
    ]) {
      expect(refusal.status).toBe(404);
    }
    const planted = await stranger.refused(goals.create, {
      body: { planId: plan.id, name: 'Planted', driver: 'growth' },
    });
    expect(planted.issues[0]).toMatchObject({ path: ['planId'], code: 'unknown' });
  });
});
