import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import type { TaskId } from '../id.ts';
import {
  breaksDependency,
  type Dependency,
  type DependencyType,
  dependencyTypes,
  loopOfDependency,
  loopOfParent,
  type TreePlace,
} from './dependency.ts';

// Ids of a test need only be different; a brand has no run-time part.
const id = (name: string | number) => `${name}` as TaskId;
const places = (...names: string[]): TreePlace[] =>
  names.map((name) => {
    const [own = '', parent] = name.split(' in ');
    return { id: id(own), parentId: parent ? id(parent) : null };
  });
const waits = (
  successor: string | number,
  predecessor: string | number,
  type: DependencyType = 'finish-start',
): Dependency => ({
  predecessorId: id(predecessor),
  successorId: id(successor),
  type,
  lagMinutes: 0,
});

describe('a dependency (PM-08)', () => {
  test('names the loop that it would close', () => {
    const tasks = places('a', 'b', 'c', 'd');
    const known = [waits('b', 'a'), waits('c', 'b')];
    expect(loopOfDependency(tasks, known, waits('a', 'c'))).toEqual(['c', 'a', 'b', 'c']);
    expect(loopOfDependency(tasks, known, waits('d', 'c'))).toBeNull();
    expect(loopOfDependency(tasks, known, waits('a', 'a'))).toEqual(['a', 'a']);
  });

  test('sees that what waits for a task waits for its parts, and that a task ends with its parts', () => {
    const tasks = places('whole', 'part in whole', 'other');
    expect(loopOfDependency(tasks, [], waits('part', 'whole'))).toContain('whole');
    expect(loopOfDependency(tasks, [], waits('whole', 'part'))).toContain('part');
    expect(
      loopOfDependency(tasks, [waits('other', 'whole')], waits('part', 'other')),
    ).not.toBeNull();
    // A part may begin when the whole begins: it does anyway.
    expect(loopOfDependency(tasks, [], waits('part', 'whole', 'start-start'))).toBeNull();
  });

  test('lets two tasks begin and end in step, but not each before the other', () => {
    const tasks = places('a', 'b');
    const inStep = [waits('b', 'a', 'start-start')];
    expect(loopOfDependency(tasks, inStep, waits('b', 'a', 'finish-finish'))).toBeNull();
    expect(loopOfDependency(tasks, inStep, waits('a', 'b', 'start-start'))).not.toBeNull();
  });

  test('is refused exactly when following it back leads to itself, on random plans', () => {
    const pair = fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom(...dependencyTypes));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 25 }), (pairs) => {
        const tasks = places(...Array.from({ length: 10 }, (_, index) => `${index}`));
        const kept: Dependency[] = [];
        for (const [before, after, type] of pairs) {
          const added = waits(after, before, type);
          const loop = loopOfDependency(tasks, kept, added);
          if (loop) expect(loop[0]).toBe(loop.at(-1));
          else kept.push(added);
        }
        // What was kept can be put in order: starts and ends, each after what it waits for.
        expect(hasOrder(kept)).toBe(true);
      }),
    );
  });
});

describe('a parent', () => {
  test('is not a part of its own part, nor a part of what waits for it', () => {
    const tasks = places('a', 'b in a', 'c in b', 'd');
    expect(loopOfParent(tasks, [], { id: id('a'), parentId: id('c') })).not.toBeNull();
    expect(loopOfParent(tasks, [], { id: id('d'), parentId: id('c') })).toBeNull();
    const known = [waits('d', 'a')];
    expect(loopOfParent(tasks, known, { id: id('d'), parentId: id('a') })).not.toBeNull();
    expect(loopOfParent(tasks, [], { id: id('a'), parentId: id('a') })).not.toBeNull();
  });
});

describe('the dates of a dependency', () => {
  const days = (startOn: string | null, dueOn: string | null, more: object = {}) => ({
    startOn: startOn === null ? null : calendarDate(startOn),
    dueOn: dueOn === null ? null : calendarDate(dueOn),
    isMilestone: false,
    isDone: false,
    ...more,
  });
  const plain = { type: 'finish-start', lagMinutes: 0 } as const;
  const first = days('2026-11-02', '2026-11-06');

  test.each([
    ['starts before the other ends', days('2026-11-05', '2026-11-12'), plain, true],
    ['starts on the day on which the other ends', days('2026-11-06', '2026-11-12'), plain, true],
    ['starts on the Monday after', days('2026-11-09', '2026-11-12'), plain, false],
    [
      'is a milestone on its last day',
      days(null, '2026-11-06', { isMilestone: true }),
      plain,
      false,
    ],
    ['is done', days('2026-11-02', '2026-11-06', { isDone: true }), plain, false],
    ['has no dates', days(null, null), plain, false],
    [
      'starts a day later, of two asked for',
      days('2026-11-10', '2026-11-12'),
      { ...plain, lagMinutes: 960 },
      true,
    ],
    [
      'starts two working days later',
      days('2026-11-11', '2026-11-12'),
      { ...plain, lagMinutes: 960 },
      false,
    ],
    [
      'may overlap by two days',
      days('2026-11-05', '2026-11-12'),
      { ...plain, lagMinutes: -960 },
      false,
    ],
    [
      'starts before the other starts',
      days('2026-10-30', '2026-11-12'),
      { ...plain, type: 'start-start' as const },
      true,
    ],
    [
      'ends before the other ends',
      days('2026-11-02', '2026-11-05'),
      { ...plain, type: 'finish-finish' as const },
      true,
    ],
    [
      'ends with the other',
      days('2026-11-02', '2026-11-06'),
      { ...plain, type: 'finish-finish' as const },
      false,
    ],
  ])('are broken or not when a task %s', (_what, second, dependency, isBroken) => {
    expect(breaksDependency(first, second, dependency)).toBe(isBroken);
  });
});

/** Whether starts and ends can be put in a line: Kahn's algorithm (1962), written apart. */
function hasOrder(dependencies: readonly Dependency[]): boolean {
  const ends = { finish: 1, start: 0 };
  const edges = [
    ...Array.from({ length: 10 }, (_, task) => [task * 2, task * 2 + 1] as const),
    ...dependencies.map(({ predecessorId, successorId, type }) => {
      const [before, after] = type.split('-') as ['start' | 'finish', 'start' | 'finish'];
      return [
        Number(predecessorId) * 2 + ends[before],
        Number(successorId) * 2 + ends[after],
      ] as const;
    }),
  ];
  let left = new Set(Array.from({ length: 20 }, (_, node) => node));
  for (;;) {
    const free = [...left].filter(
      (node) => !edges.some(([from, to]) => to === node && left.has(from)),
    );
    if (free.length === 0) return left.size === 0;
    left = new Set([...left].filter((node) => !free.includes(node)));
  }
}
