import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  parseEffort,
  parseFlag,
  parseLinks,
  parsePeople,
  parsePercent,
  readTaskState,
} from './task-cell.ts';
import { isJira, recogniseTaskColumns, taskMappingIssues } from './task-columns.ts';
import { type ListedLink, listedTask } from './task-list.ts';
import { taskNotes } from './task-notes.ts';
import { asTree, withoutLoops, withSoundParents } from './task-structure.ts';

describe('cells of task lists (IN-07)', () => {
  test.each([
    ['3d 4h', 'hours', 1680],
    ['2 weeks', 'hours', 4800],
    ['1,5 Std', 'days', 90],
    ['7.5', 'hours', 450],
    ['28800', 'seconds', 480],
    ['PT8H30M', 'hours', 510],
    ['1:30', 'hours', 90],
    ['5 Tage?', 'hours', 2400],
    ['soon', 'hours', null],
    ['3 parsecs', 'hours', null],
  ] as const)('%s is so many minutes of work', (text, unit, minutes) => {
    expect(parseEffort(text, unit)).toBe(minutes);
  });

  test.each([
    ['50%', 50],
    ['0,5', 50],
    ['100', 100],
    ['140%', null],
    ['half', null],
  ])('%s is such a share', (text, percent) => {
    expect(parsePercent(text)).toBe(percent);
  });

  test('links are read as planning programs write them', () => {
    const keys = new Set(['3', '5', 'WEB-12', 'Design - part 2']);
    const read = (text: string) =>
      parseLinks(text, keys).map((l) => [l.key, l.type, l.lagMinutes, l.lagUnit, l.lagPercent]);
    expect(read('3FS+2d; 5SS')).toEqual([
      ['3', 'finish-start', 960, 'working', 0],
      ['5', 'start-start', 0, 'working', 0],
    ]);
    expect(read('3FF-1 ed')).toEqual([['3', 'finish-finish', -1440, 'elapsed', 0]]);
    expect(read('5SS+30%')).toEqual([['5', 'start-start', 0, 'percent', 30]]);
    expect(read('3EA+1 Tag')).toEqual([['3', 'finish-start', 480, 'working', 0]]);
    expect(read('WEB-12, Design - part 2').map(([key]) => key)).toEqual([
      'WEB-12',
      'Design - part 2',
    ]);
  });

  test('people stand by line, semicolon or comma, with the share of their time', () => {
    expect(parsePeople('Anna[50%]; Ben Ode')).toEqual([
      { name: 'Anna', units: 5000 },
      { name: 'Ben Ode', units: 10_000 },
    ]);
    expect(parsePeople('Berg, Anna').map(({ name }) => name)).toEqual(['Berg, Anna']);
    expect(parsePeople('Anna Berg, Ben Ode').map(({ name }) => name)).toEqual([
      'Anna Berg',
      'Ben Ode',
    ]);
  });

  test('words for how far a task is', () => {
    const states = ['Done', 'In Progress', 'To Do', 'Erledigt', 'Code review', 'Marketing'];
    expect(states.map(readTaskState)).toEqual(['done', 'started', 'open', 'done', 'started', null]);
    expect(['x', 'TRUE', '2026-03-01', 'no', ''].map(parseFlag)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('columns of task lists (IN-07)', () => {
  test('doubled columns go to one field where it takes many, else to the first', () => {
    const header = ['Summary', 'Issue key', 'Labels', 'Labels', 'Due date', 'Due date'];
    const columns = recogniseTaskColumns({ header, rows: [] });
    expect(columns.map(({ field }) => field)).toEqual([
      'name',
      'key',
      'tags',
      'tags',
      'dueOn',
      null,
    ]);
    expect(isJira(header)).toBe(true);
    expect(taskMappingIssues(columns)).toEqual([]);
  });

  test('a list without names of tasks cannot come in', () => {
    const columns = recogniseTaskColumns({ header: ['Colour'], rows: [['red']] });
    expect(taskMappingIssues(columns)).toEqual(['Say which column holds the names of the tasks.']);
  });
});

describe('the structure of task lists (IN-07, PM-08)', () => {
  const link = (predecessorKey: string, successorKey: string, row = 0): ListedLink => ({
    predecessorKey,
    successorKey,
    type: 'finish-start',
    lagMinutes: 0,
    lagUnit: 'working',
    lagPercent: 0,
    row,
  });

  test('the last link of a circle is left out, and named', () => {
    const notes = taskNotes({});
    const places = ['a', 'b', 'c'].map((key) => ({ key, parentKey: null }));
    const links = [link('a', 'b'), link('b', 'c'), link('c', 'a', 7), link('a', 'c')];
    expect(withoutLoops(places, links, notes)).toEqual([links[0], links[1], links[3]]);
    expect(notes.problems).toEqual([
      { row: 7, field: 'Links', value: 'c → a', groupKey: 'link-loop' },
    ]);
  });

  test('a part that waits for its whole is a circle too', () => {
    const places = [
      { key: 'whole', parentKey: null },
      { key: 'part', parentKey: 'whole' },
    ];
    expect(withoutLoops(places, [link('whole', 'part')], taskNotes({}))).toEqual([]);
  });

  test('whatever the links, what is left has an order', () => {
    const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, keys), { maxLength: 14 }), (pairs) => {
        const places = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, parentKey: null }));
        const kept = withoutLoops(
          places,
          pairs.map(([p, s]) => link(p, s)),
          taskNotes({}),
        );
        expect(orderable(places, kept)).toBe(5);
      }),
    );
  });

  test('a part stands right behind what it is part of, wherever the file has it', () => {
    const task = (key: string, parentKey: string | null) => ({
      ...listedTask(key, 2, key),
      parentKey,
    });
    const tree = asTree([task('a.1.x', 'a.1'), task('b', null), task('a', null), task('a.1', 'a')]);
    expect(tree.map(({ key }) => key)).toEqual(['b', 'a', 'a.1', 'a.1.x']);
  });

  test('parents that are missing, or part of themselves, are let go', () => {
    const notes = taskNotes({});
    const task = (key: string, parentKey: string | null) => ({
      ...listedTask(key, 2, key),
      parentKey,
    });
    const sound = withSoundParents(
      [task('a', 'b'), task('b', 'a'), task('c', 'zzz'), task('d', 'a')],
      notes,
    );
    expect(sound.map(({ parentKey }) => parentKey)).toEqual([null, 'a', null, 'a']);
    expect(notes.problems.map(({ groupKey }) => groupKey)).toEqual([
      'parent-loop',
      'parent-missing',
    ]);
  });
});

/** How many tasks come to their turn when each waits for what it waits for. */
function orderable(places: readonly { readonly key: string }[], links: readonly ListedLink[]) {
  const done = new Set<string>();
  for (let round = 0; round < places.length; round += 1)
    for (const { key } of places)
      if (links.every((l) => l.successorKey !== key || done.has(l.predecessorKey))) done.add(key);
  return done.size;
}
