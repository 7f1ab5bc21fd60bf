import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canMerge,
  closesCircle,
  goalsReached,
  type LadderGraph,
  type LadderNode,
  likelyDuplicates,
  meetingPoints,
  merged,
  orphans,
  sameness,
} from './why-ladder.ts';

const node = (id: string, kind: LadderNode['kind'], text = id): LadderNode => ({ id, kind, text });
const step = (from: string, to: string) => ({ from, to });

/** Two initiatives that climb, one over two answers, to one goal; a third climbs nowhere. */
const graph: LadderGraph = {
  nodes: [
    node('care', 'initiative'),
    node('tool', 'initiative'),
    node('stray', 'initiative'),
    node('steady', 'answer', 'Income becomes steadier every month'),
    node('time', 'answer', 'Partners have time for clients'),
    node('lost', 'answer', 'Because somebody asked'),
    node('recurring', 'goal'),
  ],
  steps: [
    step('care', 'steady'),
    step('steady', 'recurring'),
    step('tool', 'time'),
    step('time', 'steady'),
    step('stray', 'lost'),
  ],
};

describe('a why-ladder (B05)', () => {
  test('ends at a goal, where two initiatives meet; a dead one makes its initiative an orphan', () => {
    expect(goalsReached(graph, 'care')).toEqual(['recurring']);
    expect(goalsReached(graph, 'tool')).toEqual(['recurring']);
    expect(goalsReached(graph, 'stray')).toEqual([]);
    expect(orphans(graph)).toEqual(['stray']);
    expect(meetingPoints(graph)).toEqual(
      new Map([
        ['steady', ['care', 'tool']],
        ['recurring', ['care', 'tool']],
      ]),
    );
  });

  test('takes no step that makes an answer the reason for itself, and none from a goal', () => {
    expect(closesCircle(graph, step('steady', 'time'))).toBe(true);
    expect(closesCircle(graph, step('steady', 'steady'))).toBe(true);
    expect(closesCircle(graph, step('recurring', 'lost'))).toBe(true);
    expect(closesCircle(graph, step('lost', 'time'))).toBe(false);
  });

  test('proposes two answers as one when they say the same, and not when one leads to the other', () => {
    const said: LadderGraph = {
      nodes: [
        ...graph.nodes,
        node('again', 'answer', 'The income is steadier each month'),
        node('higher', 'answer', 'Income is steadier every month'),
      ],
      steps: [...graph.steps, step('stray', 'again'), step('steady', 'higher')],
    };
    const [first, ...rest] = likelyDuplicates(said);
    expect(first).toMatchObject({ kept: 'steady', merged: 'again' });
    expect(rest.map((pair) => [pair.kept, pair.merged])).toEqual([['again', 'higher']]);
    expect(canMerge(said, 'steady', 'higher')).toBe(false);
    const one = merged(said, 'steady', 'again');
    expect(orphans(one)).toEqual([]);
    expect(one.nodes.map(({ id }) => id)).not.toContain('again');
  });
});

describe('answers are alike', () => {
  test.each([
    ['We want more recurring income', 'More income that recurs', 1],
    ['Cafés order faster', 'cafes ordering fast', 0.5],
    ['Clients stay', 'Clients stay', 1],
    ['Clients stay', 'Fewer emissions', 0],
    ['', 'Clients stay', 0],
  ])('“%s” and “%s”: %d', (one, other, at) => {
    expect(sameness(one, other)).toBeCloseTo(at, 5);
    expect(sameness(other, one)).toBe(sameness(one, other));
  });
});

/** A random edit of a graph: a step is asked for, or a merger. */
const edit = fc.record({
  isMerger: fc.boolean(),
  from: fc.integer({ min: 0, max: 11 }),
  to: fc.integer({ min: 0, max: 11 }),
});
const kinds: readonly LadderNode['kind'][] = ['initiative', 'answer', 'answer', 'goal'];
const many = Array.from({ length: 12 }, (_, index) =>
  node(`n${index}`, kinds[index % kinds.length] ?? 'answer'),
);

/** Does each edit that is allowed. */
function edited(edits: readonly { isMerger: boolean; from: number; to: number }[]): LadderGraph {
  let now: LadderGraph = { nodes: many, steps: [] };
  for (const { isMerger, from, to } of edits) {
    const [one, other] = [`n${from}`, `n${to}`];
    const stands = (id: string) => now.nodes.some((known) => known.id === id);
    if (!stands(one) || !stands(other)) continue;
    if (isMerger) {
      if (canMerge(now, one, other)) now = merged(now, one, other);
    } else if (!closesCircle(now, step(one, other))) {
      now = { nodes: now.nodes, steps: now.steps.concat(step(one, other)) };
    }
  }
  return now;
}

/** Whether every node can be taken away from below: only then is there no circle (Kahn, 1962). */
function isAcyclic({ nodes, steps }: LadderGraph): boolean {
  let left = steps;
  let standing = nodes.map(({ id }) => id);
  for (;;) {
    const free = standing.filter((id) => !left.some(({ to }) => to === id));
    if (free.length === 0) return standing.length === 0;
    standing = standing.filter((id) => !free.includes(id));
    left = left.filter(({ from }) => !free.includes(from));
  }
}

describe('under random edits', () => {
  const edits = fc.array(edit, { maxLength: 60 });

  test('the graph stays free of circles', () => {
    fc.assert(fc.property(edits, (given) => isAcyclic(edited(given))));
  });

  test('every initiative reaches a goal or is an orphan, and none is both', () => {
    fc.assert(
      fc.property(edits, (given) => {
        const now = edited(given);
        const lost = new Set(orphans(now));
        for (const { id, kind } of now.nodes) {
          if (kind !== 'initiative') continue;
          expect(goalsReached(now, id).length === 0).toBe(lost.has(id));
        }
      }),
    );
  });

  test('a planted shared goal is found, however long the two ladders are', () => {
    const length = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(edits, length, length, (given, one, other) => {
        const now = edited(given);
        const rungs = (foot: string, count: number) =>
          Array.from({ length: count }, (_, index) => node(`${foot}${index}`, 'answer'));
        const climb = (foot: string, answers: readonly LadderNode[]) => {
          const path = [foot, ...answers.map(({ id }) => id), 'planted'];
          return path.slice(1).map((to, index) => step(path[index] ?? foot, to));
        };
        const [left, right] = [rungs('left', one), rungs('right', other)];
        const planted: LadderGraph = {
          nodes: [
            ...now.nodes,
            node('left', 'initiative'),
            node('right', 'initiative'),
            node('planted', 'goal'),
            ...left,
            ...right,
          ],
          steps: [...now.steps, ...climb('left', left), ...climb('right', right)],
        };
        expect(meetingPoints(planted).get('planted')).toEqual(['left', 'right']);
        expect(goalsReached(planted, 'left')).toEqual(['planted']);
      }),
    );
  });
});
