import { describe, expect, test } from 'vitest';
import { line } from './gantt.fixture.ts';
import { outlineOf, placedLinks, predecessorTexts, rowsOf } from './gantt-outline.ts';

const tasks = [
  line('build', { kind: 'summary' }),
  line('test', { parentId: 'build', isLate: true }),
  line('design', { kind: 'summary' }),
  line('draw', { parentId: 'design' }),
  line('code', { parentId: 'build' }),
  line('unit', { parentId: 'code', isCritical: true }),
];
const outline = outlineOf(tasks);
const idsOf = (folded: string[], filter: Parameters<typeof rowsOf>[2] = null) =>
  [...rowsOf(outline, new Set(folded), filter).shown].map((index) => outline.tasks[index]?.id);

describe('the outline of a Gantt chart', () => {
  test('puts children behind their parent, in the order given, and numbers them', () => {
    expect(outline.tasks.map(({ id }) => id)).toEqual([
      'build',
      'test',
      'code',
      'unit',
      'design',
      'draw',
    ]);
    expect(outline.numbers).toEqual(['1', '1.1', '1.2', '1.2.1', '2', '2.1']);
    expect([...outline.depths]).toEqual([0, 1, 1, 2, 0, 1]);
    expect([...outline.below]).toEqual([3, 0, 1, 0, 1, 0]);
  });

  test('loses nothing to a missing parent or a ring of parents', () => {
    const odd = [
      line('a', { parentId: 'b' }),
      line('b', { parentId: 'a' }),
      line('c', { parentId: 'x' }),
    ];
    expect(outlineOf(odd).tasks).toHaveLength(3);
  });

  test('shows nothing below what is folded, and finds it on the line it is folded into', () => {
    expect(idsOf(['build'])).toEqual(['build', 'design', 'draw']);
    const { rowOf } = rowsOf(outline, new Set(['build']), null);
    expect([...rowOf]).toEqual([0, 0, 0, 0, 1, 2]);
  });

  test('keeps what leads to a line that passes the filter', () => {
    expect(idsOf([], ({ isCritical }) => isCritical)).toEqual(['build', 'code', 'unit']);
    expect(idsOf(['code'], ({ isCritical }) => isCritical)).toEqual(['build', 'code']);
    expect(idsOf([], ({ isLate }) => isLate)).toEqual(['build', 'test']);
  });

  test('says what a line waits for by number, kind and wait', () => {
    const link = { isBroken: false, lag: '' } as const;
    const placed = placedLinks(outline, [
      { ...link, id: '1', from: 'test', to: 'draw', type: 'finish-start' },
      { ...link, id: '2', from: 'unit', to: 'draw', type: 'start-start', lag: '+2 d' },
      { ...link, id: '3', from: 'elsewhere', to: 'draw', type: 'finish-start' },
    ]);
    expect(placed).toHaveLength(2);
    expect(predecessorTexts(outline, placed).get(5)).toBe('1.1, 1.2.1 SS +2 d');
  });
});
