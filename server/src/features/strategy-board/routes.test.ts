import { analysisBoards, insights } from '@evenkeel/contract/analysis';
import { goals } from '@evenkeel/contract/goals';
import { initiatives } from '@evenkeel/contract/initiatives';
import { kpis } from '@evenkeel/contract/kpis';
import { plans } from '@evenkeel/contract/plans';
import { strategyBoard } from '@evenkeel/contract/strategy-board';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { describe, expect, test } from 'vitest';
import { startSampleApp } from '../../test/sample-app.ts';

const app = await startSampleApp();
const { owner } = app;

describe('the strategy board (ST-36)', () => {
  test('shows the four quarters of the sample firm, each from its records', async () => {
    const board = await owner.call(strategyBoard.get);
    const listed = await owner.call(analysisBoards.list, { query: { isArchived: 'false' } });
    expect(board.analysis.boards.map(({ id }) => id)).toEqual(listed.rows.map(({ id }) => id));
    expect(board.articulation.plan?.vision).not.toBe('');
    const allGoals = await owner.call(goals.list);
    expect(new Set(board.articulation.goals.map(({ id }) => id))).toEqual(
      new Set(allGoals.rows.map(({ id }) => id)),
    );
    const scorecard = await owner.call(kpis.list);
    for (const { id, pace, latest } of scorecard.rows) {
      const shown = board.control.kpis.find((kpi) => kpi.id === id);
      expect(shown).toMatchObject({ standing: pace.standing, value: latest?.value ?? null });
    }
    const due = await owner.call(kpis.due);
    expect(board.control.due.map(({ id, dueOn }) => [id, dueOn])).toEqual(
      due.rows.map(({ id, dueOn }) => [id, dueOn]),
    );
  });

  test('leaves out initiatives that were put away, and says which serve no goal (ST-40)', async () => {
    const { planning, articulation } = await owner.call(strategyBoard.get);
    const all = await owner.call(initiatives.list);
    const shown = planning.initiatives.flatMap(({ rows }) => rows);
    const live = all.rows.filter(({ state }) => state !== 'shelved' && state !== 'rejected');
    expect(live.length).toBeLessThan(all.rows.length);
    expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(live.map(({ id }) => id)));
    for (const { id, goalCount, class: found } of shown) {
      const row = all.rows.find((one) => one.id === id);
      expect({ goalCount, found }).toEqual({
        goalCount: row?.goals.length,
        found: row?.test.class,
      });
    }
    expect(articulation.goals.filter(({ initiativeCount }) => initiativeCount === 0)).toHaveLength(
      1,
    );
  });

  test('puts the next review first, and none of a plan that is closed', async () => {
    const { control } = await owner.call(strategyBoard.get);
    const days = control.reviews.map(({ reviewOn }) => reviewOn);
    expect(days.length).toBeGreaterThan(0);
    expect(days).toEqual(days.toSorted());
    const { rows } = await owner.call(plans.list);
    const next = rows.filter(({ nextReviewOn }) => nextReviewOn !== null).map(({ id }) => id);
    const shown = control.reviews.filter(({ kind }) => kind === 'strategic-plan');
    expect(new Set(shown.map(({ id }) => id as string))).toEqual(new Set(next));
  });

  test('follows an insight as soon as it leads somewhere', async () => {
    const { rows } = await owner.call(analysisBoards.list);
    const board = rows.find(({ kind }) => kind === 'swot');
    const [goal] = (await owner.call(goals.list)).rows;
    if (!board || !goal) throw new Error('the sample has both');
    const { insights: old } = await owner.call(analysisBoards.get, { params: { id: board.id } });
    const { id } = await owner.call(insights.create, {
      params: { id: board.id },
      body: { section: old[0]?.section ?? '', name: 'Banks ask for audits by the dozen' },
    });
    const find = async () => {
      const { analysis } = await owner.call(strategyBoard.get);
      return analysis.insights.find((insight) => insight.id === id);
    };
    expect(await find()).toMatchObject({ ledTo: 0, board: { id: board.id, name: board.name } });
    await owner.call(insights.setLinks, {
      params: { id },
      body: { goalIds: [goal.id], initiativeIds: [] },
    });
    expect((await find())?.ledTo).toBe(1);
  });

  test('of an empty firm says nothing, and lets its own draft speak before it is approved', async () => {
    const other = await app.client();
    const empty = await other.call(strategyBoard.get);
    expect(empty.articulation).toEqual({ plan: null, goals: [] });
    expect(empty.control).toEqual({ kpis: [], due: [], reviews: [] });
    const startsOn = calendarDate('2026-01-01');
    const endsOn = calendarDate('2028-12-31');
    await other.call(plans.create, {
      body: { name: 'First plan', startsOn, endsOn, vision: 'Known for calm' },
    });
    const { articulation } = await other.call(strategyBoard.get);
    expect(articulation.plan).toMatchObject({ state: 'draft', vision: 'Known for calm' });
  });
});
