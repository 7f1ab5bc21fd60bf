import { type AnalysisBoardView, analysisBoards, insights } from '@evenkeel/contract/analysis';
import { history } from '@evenkeel/contract/history';
import { initiatives } from '@evenkeel/contract/initiatives';
import { boardDefinitions, boardKinds } from '@evenkeel/core/strategy/analysis-board';
import { describe, expect, test } from 'vitest';
import { startStrategyFirm } from '../initiatives/strategy-firm.fixture.ts';

const { app, owner, goalId, today } = await startStrategyFirm();

const newBoard = (kind: AnalysisBoardView['kind'], competitors: string[] = []) =>
  owner.call(analysisBoards.create, { body: { kind, name: `Our ${kind}`, competitors } });
const boardOf = (id: AnalysisBoardView['id']) => owner.call(analysisBoards.get, { params: { id } });

describe('analysis boards (ST-37)', () => {
  test.each(boardKinds)('of the kind %s take insights in each of their sections', async (kind) => {
    const board = await newBoard(kind);
    for (const { id: section } of boardDefinitions[kind].sections) {
      const body = { section, name: `Something about ${section}` };
      await owner.call(insights.create, { params: { id: board.id }, body });
    }
    const found = await boardOf(board.id);
    expect(found.insights.map(({ section }) => section).sort()).toEqual(
      boardDefinitions[kind].sections.map(({ id }) => id).sort(),
    );
    expect(found.insights[0]).toMatchObject({ weight: 2, notedOn: today });
    const refusal = await owner.refused(insights.create, {
      params: { id: board.id },
      body: { section: 'nowhere', name: 'Lost' },
    });
    expect(refusal.issues[0]?.path).toEqual(['section']);
  });

  test('move insights between sections, to the end of the other', async () => {
    const board = await newBoard('swot');
    const add = (section: string, name: string) =>
      owner.call(insights.create, { params: { id: board.id }, body: { section, name } });
    await add('threats', 'Rates fall');
    const moving = await add('weaknesses', 'Few sellers');
    const moved = await owner.call(insights.update, {
      params: { id: moving.id },
      version: moving.version,
      body: { section: 'threats' },
    });
    expect(moved).toMatchObject({ section: 'threats', position: 2 });
    const { rows } = await owner.call(history.list, {
      query: { root: 'analysis_board', rootId: board.id },
    });
    expect(rows[0]?.fields).toContainEqual({
      field: 'section',
      before: 'weaknesses',
      after: 'threats',
    });
  });

  test('are archived, copied with their insights, and go to the trash', async () => {
    const board = await newBoard('pestel');
    const body = { section: 'legal', name: 'New data law', weight: 3 };
    await owner.call(insights.create, { params: { id: board.id }, body });
    const copy = await owner.call(analysisBoards.copy, {
      params: { id: board.id },
      body: { name: 'PESTEL again' },
    });
    expect(copy.insights).toMatchObject([{ name: 'New data law', weight: 3, goals: [] }]);
    const latest = await boardOf(board.id);
    await owner.call(analysisBoards.update, {
      params: { id: board.id },
      version: latest.version,
      body: { isArchived: true },
    });
    const listed = async (isArchived: 'true' | 'false') =>
      (await owner.call(analysisBoards.list, { query: { isArchived } })).rows.map(({ id }) => id);
    expect(await listed('true')).toEqual([board.id]);
    expect(await listed('false')).toContain(copy.id);
    await owner.call(analysisBoards.remove, { params: { id: copy.id } });
    expect(await listed('false')).not.toContain(copy.id);
    expect(
      (await owner.call(analysisBoards.restore, { params: { id: copy.id } })).deletedAt,
    ).toBeNull();
  });
});

describe('insights and what they led to', () => {
  test('are linked to goals and initiatives, and both sides show it', async () => {
    const board = await newBoard('swot');
    const insight = await owner.call(insights.create, {
      params: { id: board.id },
      body: { section: 'opportunities', name: 'The Nordics ask for us' },
    });
    const initiative = await owner.call(initiatives.create, { body: { name: 'Go north' } });
    const linked = await owner.call(insights.setLinks, {
      params: { id: insight.id },
      body: { goalIds: [goalId], initiativeIds: [initiative.id] },
    });
    expect(linked.goals.map(({ id }) => id)).toEqual([goalId]);
    expect(linked.initiatives).toEqual([
      { id: initiative.id, name: 'Go north', state: 'considered' },
    ]);
    for (const query of [{ goalId }, { initiativeId: initiative.id }]) {
      const { rows } = await owner.call(insights.list, { query });
      expect(rows.map(({ id }) => id)).toEqual([insight.id]);
    }
    const { rows } = await owner.call(analysisBoards.list, { query: { ids: board.id } });
    expect(rows[0]).toMatchObject({ insightCount: 1, linkedCount: 1 });
    const freed = await owner.call(insights.setLinks, {
      params: { id: insight.id },
      body: { goalIds: [goalId], initiativeIds: [] },
    });
    expect(freed.initiatives).toEqual([]);
    const refusal = await owner.refused(insights.setLinks, {
      params: { id: insight.id },
      body: { goalIds: [initiative.id as never], initiativeIds: [] },
    });
    expect(refusal.issues[0]?.path[0]).toBe('goalIds');
  });

  test('on a growth-share matrix follow their numbers, unless a section is given', async () => {
    const board = await newBoard('growth-share');
    const insight = await owner.call(insights.create, {
      params: { id: board.id },
      body: { section: 'dogs', name: 'Training' },
    });
    const star = await owner.call(insights.update, {
      params: { id: insight.id },
      version: insight.version,
      body: { share: 140, growth: 1_500 },
    });
    expect(star.section).toBe('stars');
    const given = await owner.call(insights.update, {
      params: { id: insight.id },
      version: star.version,
      body: { share: 20, section: 'stars' },
    });
    expect(given).toMatchObject({ section: 'stars', share: 20 });
  });

  test('on a strategy canvas keep their levels when a competitor gets another name', async () => {
    const board = await newBoard('strategy-canvas', ['Us', 'Big firms']);
    const insight = await owner.call(insights.create, {
      params: { id: board.id },
      body: { section: 'factors', name: 'Price', levels: { Us: 6, 'Big firms': 9 } },
    });
    const unknown = await owner.refused(insights.update, {
      params: { id: insight.id },
      version: insight.version,
      body: { levels: { Nobody: 1 } },
    });
    expect(unknown.issues[0]?.path).toEqual(['levels', 'Nobody']);
    const renamed = await owner.call(analysisBoards.update, {
      params: { id: board.id },
      version: board.version,
      body: { competitors: ['Us', 'The big four'] },
    });
    expect(renamed.insights[0]?.levels).toEqual({ Us: 6, 'The big four': 9 });
  });

  test('are written by members, read by viewers', async () => {
    const viewer = await app.client({ role: 'viewer', workspaceOf: owner });
    expect((await viewer.call(analysisBoards.list)).total).toBeGreaterThan(0);
    const body = { kind: 'swot' as const, name: 'No' };
    expect((await viewer.refused(analysisBoards.create, { body })).code).toBe('not-allowed');
  });
});
