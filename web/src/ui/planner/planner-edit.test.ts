import { describe, expect, test } from 'vitest';
import { laneLoad } from './lane-load.ts';
import { bar, isWeekday, lane, monday, school } from './planner.fixture.ts';
import {
  chosenDays,
  draggedBar,
  editedBars,
  middleOf,
  movedDays,
  splitDay,
  steppedEnd,
  stretchedDays,
} from './planner-edit.ts';
import { cellAfter, cellAt, cellsBetween, grainOf } from './planner-grain.ts';
import { packed, rowOfBar, rowsOf } from './planner-rows.ts';
import { draftWords, stretchText } from './planner-words.ts';

describe('where a drag or a key puts an allocation', () => {
  test('it keeps its working days: Wednesday to Friday moved by two are Friday to Tuesday', () => {
    const span = { start: monday + 2, end: monday + 4 };
    expect(movedDays(span, 2, isWeekday)).toEqual({ start: monday + 4, end: monday + 8 });
    expect(movedDays(span, -7, isWeekday)).toEqual({ start: monday - 5, end: monday - 3 });
  });

  test('it begins on a working day, whichever way it was moved', () => {
    const span = { start: monday, end: monday };
    expect(movedDays(span, 5, isWeekday).start).toBe(monday + 7);
    expect(movedDays(span, -1, isWeekday).start).toBe(monday - 3);
    expect(movedDays(span, 0, isWeekday)).toEqual(span);
  });

  test('an end never passes the other, and a key steps over days off', () => {
    const span = { start: monday, end: monday + 4 };
    expect(stretchedDays(span, 'end', -20)).toEqual({ start: monday, end: monday });
    expect(stretchedDays(span, 'start', 20)).toEqual({ start: monday + 4, end: monday + 4 });
    expect(steppedEnd(span, 'end', { by: 1, isWorking: isWeekday }).end).toBe(monday + 7);
    expect(steppedEnd(span, 'start', { by: -1, isWorking: isWeekday }).start).toBe(monday - 3);
  });

  test('by days from close by, by weeks from afar', () => {
    const drag = { part: 'whole', days: 4.4, isWorking: isWeekday } as const;
    expect(draggedBar(bar('a'), { ...drag, grain: 'week' }).start).toBe(monday + 4);
    expect(draggedBar(bar('a'), { ...drag, grain: 'month' }).start).toBe(monday + 7);
  });

  test('drawing over days chooses whole cells, from working day to working day', () => {
    const drawn = chosenDays({ from: monday + 9, to: monday + 2 }, 'week', isWeekday);
    expect(drawn).toEqual({ start: monday, end: monday + 11 });
    expect(chosenDays({ from: monday + 5, to: monday + 5 }, 'day', isWeekday)).toEqual({
      start: monday + 5,
      end: monday + 5,
    });
  });

  test('it is split at the Monday near its middle, and leaves two parts', () => {
    expect(middleOf({ start: monday, end: monday + 18 })).toBe(monday + 7);
    expect(middleOf({ start: monday, end: monday })).toBeNull();
    expect(splitDay({ start: monday, end: monday + 4 }, monday - 3)).toBe(monday + 1);
    const parts = editedBars([bar('a')], { kind: 'split', id: 'a', at: monday + 2 });
    expect(parts.map(({ start, end }) => [start, end])).toEqual([
      [monday, monday + 1],
      [monday + 2, monday + 4],
    ]);
  });

  test('every edit leaves the other bars as they are', () => {
    const bars = [bar('a'), bar('b', { work: school })];
    const place = { id: 'a', laneId: 'ben', start: monday, end: monday } as const;
    expect(editedBars(bars, { kind: 'place', ...place })[1]).toBe(bars[1]);
    expect(editedBars(bars, { kind: 'copy', ...place })).toHaveLength(3);
    expect(editedBars(bars, { kind: 'remove', id: 'a' })).toEqual([bars[1]]);
    expect(editedBars(bars, { kind: 'remove', id: 'gone' })).toBe(bars);
  });
});

describe('cells and lines', () => {
  test('cells cover all days once, in days, weeks and months', () => {
    for (const grain of ['day', 'week', 'month'] as const) {
      const cells = cellsBetween(grain, monday, monday + 100);
      expect(cells[0]?.from).toBe(cellAt(grain, monday).from);
      for (const [nth, cell] of cells.entries()) {
        expect(cells[nth + 1]?.from ?? cell.to + 1).toBe(cell.to + 1);
        expect(cellAfter(grain, cell.from, 1)).toEqual(cellAt(grain, cell.to + 1));
      }
    }
    expect(grainOf(3)).toBe('month');
    expect(cellAfter('week', monday, -2).from).toBe(monday - 14);
  });

  test('bars that overlap lie on lines of their own', () => {
    const bars = [bar('a'), bar('b', { start: monday + 2 }), bar('c', { start: monday + 5 })];
    const lines = packed(bars).map((line) => line.map(({ id }) => id));
    expect(lines).toEqual([['a', 'c'], ['b']]);
  });

  test('a person unfolds into a line for each work; a placeholder has its bar in its own line', () => {
    const open = lane('open', { kind: 'placeholder' });
    const bars = [bar('a'), bar('b', { work: school }), bar('p', { laneId: 'open' })];
    const input = {
      sections: [
        { id: 's', label: 'Placeholders', lanes: [open] },
        { id: 't', label: 'People', lanes: [lane('ada'), lane('ben')] },
      ],
      barsOf: (id: string) => bars.filter(({ laneId }) => laneId === id),
      folded: new Set<string>(),
      unfolded: new Set(['ada']),
    };
    const rows = rowsOf(input);
    expect(rows.map(({ kind }) => kind)).toEqual([
      'section',
      'lane',
      'section',
      'lane',
      'work',
      'work',
      'lane',
    ]);
    expect(rowOfBar(rows, 'p')).toBe(1);
    expect(rowOfBar(rows, 'b')).toBe(4);
    expect(rowsOf({ ...input, folded: new Set(['t']) })).toHaveLength(3);
  });

  test('an edit is said with what it leads to', () => {
    const edit = { kind: 'place', id: 'a', laneId: 'ben', start: monday, end: monday + 4 } as const;
    const range = { first: monday, last: monday + 6 };
    const full = [bar('x', { laneId: 'ben', effort: { by: 'share', basisPoints: 10_000 } })];
    const words = draftWords({
      edit,
      bar: bar('a'),
      laneName: () => 'Ben Okafor',
      after: () => laneLoad(lane('ben'), [...full, bar('a', { laneId: 'ben' })], range),
    });
    expect(words.what).toMatch(/^Web site, Ben Okafor: 30 Nov/);
    expect(words).toMatchObject({ follows: '20 h too much for Ben Okafor', isBad: true });
    expect(stretchText({ from: monday, to: monday + 6 }, 'week')).toMatch(/^Week of 30/);
  });
});
