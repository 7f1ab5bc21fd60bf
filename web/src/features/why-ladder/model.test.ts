import type { LadderView } from '@evenkeel/contract/why-ladder';
import type { LadderRungId } from '@evenkeel/core/id';
import { instant } from '@evenkeel/core/instant';
import { describe, expect, test } from 'vitest';
import { alikeNodes, ladderDrawing, nextFoothold, othersThrough } from './model.ts';

const node = (id: string, kind: LadderView['nodes'][number]['kind'], text = id) => ({
  id,
  kind,
  text,
  version: null,
  author: null,
});
const rung = (from: string, to: string) => ({
  // Ids of a test need only be different.
  id: `${from}-${to}` as LadderRungId,
  from,
  to,
  question: 'why' as const,
  author: null,
  at: instant('2026-11-29T08:00:00.000Z'),
});
const ladders: LadderView = {
  nodes: [
    node('care', 'initiative'),
    node('tool', 'initiative'),
    node('pay', 'answer', 'Clients keep paying'),
    node('steady', 'answer', 'Income is steady'),
    node('open', 'answer', 'Nobody asked further'),
    node('goal', 'goal', 'A third of income recurs'),
  ],
  rungs: [
    rung('care', 'pay'),
    rung('pay', 'steady'),
    rung('steady', 'goal'),
    rung('care', 'goal'),
    rung('care', 'open'),
    rung('tool', 'steady'),
  ],
  links: [{ from: 'tool', to: 'goal' }],
  orphans: [],
  duplicates: [],
};

describe('the drawing of a ladder', () => {
  const { levels, lines } = ladderDrawing(ladders, 'care');

  test('stands each answer above all that lead to it, and the goal on top', () => {
    expect(levels.map((level) => level.flatMap(({ node: one }) => one?.id ?? []))).toEqual([
      ['care'],
      ['pay', 'open'],
      ['steady'],
      ['goal'],
    ]);
  });

  test('takes a line over several levels through a place on each', () => {
    expect(levels.map((level) => level.filter(({ node: one }) => one === null).length)).toEqual([
      0, 1, 1, 0,
    ]);
    for (const [level, own] of lines.entries()) {
      for (const line of own) {
        expect(levels[level]?.[line.from]).toBeDefined();
        expect(levels[level + 1]?.[line.to]).toBeDefined();
      }
    }
    expect(lines.flat().filter((line) => line.rung !== null)).toHaveLength(5);
  });

  test('of an initiative without any is the initiative', () => {
    const alone = { ...ladders, rungs: [], links: [] };
    expect(ladderDrawing(alone, 'care').levels.flat()).toHaveLength(1);
  });
});

test('the next question is asked at the highest answer that leads nowhere', () => {
  expect(nextFoothold(ladders, 'care')).toBe('open');
  expect(nextFoothold({ ...ladders, rungs: [] }, 'care')).toBe('care');
});

test('what says much the same is offered, and who climbs through an answer is known', () => {
  const found = alikeNodes(ladders, 'steady income', new Set());
  expect(found.map(({ id }) => id)).toEqual(['steady']);
  expect(alikeNodes(ladders, ' ', new Set())).toEqual([]);
  expect(othersThrough(ladders, 'steady', 'care').map(({ id }) => id)).toEqual(['tool']);
});
