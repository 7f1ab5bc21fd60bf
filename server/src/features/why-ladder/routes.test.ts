import { goalMatrix } from '@evenkeel/contract/goal-matrix';
import { goals } from '@evenkeel/contract/goals';
import { initiatives } from '@evenkeel/contract/initiatives';
import { plans } from '@evenkeel/contract/plans';
import { type LadderView, whyLadder } from '@evenkeel/contract/why-ladder';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { GoalId, LadderAnswerId, ProjectId } from '@evenkeel/core/id';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let owner: Client;
let goalId: GoalId;

beforeEach(async () => {
  owner = await app.client();
  const plan = await owner.call(plans.create, {
    body: {
      name: 'Plan',
      startsOn: calendarDate('2026-01-01'),
      endsOn: calendarDate('2027-12-31'),
    },
  });
  const body = { planId: plan.id, name: 'A third of income recurs', driver: 'growth' as const };
  goalId = (await owner.call(goals.create, { body })).id;
});

async function newInitiative(name: string): Promise<ProjectId> {
  return (await owner.call(initiatives.create, { body: { name } })).id;
}

type Landing = { kind: 'text'; text: string } | { kind: 'goal'; id: GoalId };

function climb(initiativeId: ProjectId, to: Landing, from?: LadderAnswerId) {
  return owner.call(whyLadder.climb, {
    body: {
      initiativeId,
      from: from ? { kind: 'answer', id: from } : { kind: 'initiative' },
      question: 'why',
      to,
    },
  });
}

function answerOf(ladders: LadderView, text: string): LadderAnswerId {
  const found = ladders.nodes.find((node) => node.kind === 'answer' && node.text === text);
  // A node of the kind answer has an answer's id.
  return (found?.id ?? '') as LadderAnswerId;
}

describe('a why-ladder (B05)', () => {
  test('climbs from an initiative over answers to a goal, which links the two', async () => {
    const care = await newInitiative('Care contracts');
    const before = await owner.call(whyLadder.get);
    expect(before.orphans).toEqual([{ id: care, name: 'Care contracts' }]);
    const first = await climb(care, { kind: 'text', text: 'Clients keep paying' });
    const rung = first.rungs[0];
    expect(rung).toMatchObject({ from: care, question: 'why', author: { name: 'Test owner' } });
    const done = await climb(
      care,
      { kind: 'goal', id: goalId },
      answerOf(first, 'Clients keep paying'),
    );
    expect(done.orphans).toEqual([]);
    const initiative = await owner.call(initiatives.get, { params: { id: care } });
    expect(initiative.goals).toMatchObject([{ id: goalId, strength: 1 }]);
  });

  test('keeps a strength that was said before', async () => {
    const care = await newInitiative('Care');
    await owner.call(goalMatrix.set, {
      params: { projectId: care, goalId },
      body: { strength: -2 },
    });
    await climb(care, { kind: 'goal', id: goalId });
    const initiative = await owner.call(initiatives.get, { params: { id: care } });
    expect(initiative.goals[0]?.strength).toBe(-2);
  });

  test('takes no rung that makes an answer the reason for itself', async () => {
    const care = await newInitiative('Care');
    const one = answerOf(
      await climb(care, { kind: 'text', text: 'Steady income' }),
      'Steady income',
    );
    const two = answerOf(
      await climb(care, { kind: 'text', text: 'Time to think' }, one),
      'Time to think',
    );
    const refusal = await owner.refused(whyLadder.climb, {
      body: {
        initiativeId: care,
        from: { kind: 'answer', id: two },
        question: 'so-what',
        to: { kind: 'answer', id: one },
      },
    });
    expect(refusal.issues[0]).toMatchObject({ path: ['to'], code: 'circle' });
    const merger = await owner.refused(whyLadder.merge, { body: { keptId: one, mergedId: two } });
    expect(merger.issues[0]?.code).toBe('circle');
  });

  test('proposes two answers that say the same, and two initiatives meet once a person agrees', async () => {
    const [care, tool] = [await newInitiative('Care'), await newInitiative('Tool')];
    const kept = answerOf(
      await climb(care, { kind: 'text', text: 'Income is steady every month' }),
      'Income is steady every month',
    );
    const both = await climb(tool, { kind: 'text', text: 'Our income is steady each month' });
    expect(both.duplicates).toMatchObject([{ keptId: kept, similarity: 1 }]);
    const mergedId = both.duplicates[0]?.mergedId ?? kept;
    const one = await owner.call(whyLadder.merge, { body: { keptId: kept, mergedId } });
    expect(one.duplicates).toEqual([]);
    expect(one.rungs.map(({ from, to }) => [from, to])).toEqual([
      [care, kept],
      [tool, kept],
    ]);
    const done = await climb(care, { kind: 'goal', id: goalId }, kept);
    expect(done.orphans).toEqual([]);
  });

  test('is rewritten on the version that was seen, and a rung is taken off', async () => {
    const care = await newInitiative('Care');
    const first = await climb(care, { kind: 'text', text: 'Steedy' });
    const id = answerOf(first, 'Steedy');
    const changed = await owner.call(whyLadder.rewrite, {
      params: { id },
      version: 1,
      body: { text: 'Steady' },
    });
    expect(answerOf(changed, 'Steady')).toBe(id);
    const stale = { params: { id }, version: 1, body: { text: 'Other' } };
    expect((await owner.refused(whyLadder.rewrite, stale)).code).toBe('stale-version');
    const rungId = first.rungs[0]?.id;
    if (!rungId) throw new Error('no rung was made');
    const less = await owner.call(whyLadder.takeOff, { params: { id: rungId } });
    expect(less.rungs).toEqual([]);
    expect(less.nodes.filter((node) => node.kind === 'answer')).toEqual([]);
  });

  test('of another workspace is not seen, and nothing there is reached', async () => {
    const care = await newInitiative('Secret');
    const stranger = await app.client();
    expect((await stranger.call(whyLadder.get)).nodes).toEqual([]);
    const refusal = await stranger.refused(whyLadder.climb, {
      body: {
        initiativeId: care,
        from: { kind: 'initiative' },
        question: 'why',
        to: { kind: 'text', text: 'Spy' },
      },
    });
    expect(refusal.issues[0]).toMatchObject({ path: ['initiativeId'], code: 'unknown' });
  });
});
