import { describe, expect, test } from 'vitest';
import { bar, isWeekday, lane, monday, school } from './planner.fixture.ts';
import type { PlannerFocus } from './planner-focus.ts';
import { type KeyState, plannerAct } from './planner-keys.ts';
import { rowsOf } from './planner-rows.ts';

const bars = [
  bar('a'),
  bar('b', { start: monday + 14, end: monday + 18 }),
  bar('c', { work: school, certainty: 'tentative' }),
];
const rows = rowsOf({
  sections: [{ id: 't', label: 'People', lanes: [lane('ada'), lane('ben')] }],
  barsOf: (id) => bars.filter(({ laneId }) => laneId === id),
  folded: new Set(),
  unfolded: new Set(['ada']),
});
// Section, Ada, School, Web site, Ben.
const onBar = (barId: string): PlannerFocus => ({
  rowKey:
    rows.find((row) => row.kind === 'work' && row.bars.some(({ id }) => id === barId))?.key ?? '',
  on: 'bar',
  barId,
});

function state(changes: Partial<KeyState> = {}): KeyState {
  return {
    rows,
    focus: null,
    mode: null,
    draft: null,
    grain: 'week',
    today: monday,
    pageRows: 10,
    isEditable: true,
    isWorking: isWeekday,
    barOf: (id) => bars.find((one) => one.id === id),
    ...changes,
  };
}

type Mods = { shift?: boolean; alt?: boolean; mod?: boolean };

function act(key: string, focus: PlannerFocus | null, { shift, alt, mod }: Mods = {}, more = {}) {
  const press = { key, isShift: shift === true, isAlt: alt === true, isMod: mod === true };
  return plannerAct(press, state({ focus, ...more }));
}

const days = (from: number, to: number): PlannerFocus => ({ rowKey: 'ada', on: 'days', from, to });

describe('the keys of the planner', () => {
  test('arrows go from line to line, on to the days, and back', () => {
    expect(act('ArrowDown', null)).toMatchObject({ act: 'go', focus: { rowKey: 't' } });
    const ben = { rowKey: 'ben', on: 'line' } as const;
    expect(act('ArrowRight', ben)).toEqual({
      act: 'go',
      focus: { rowKey: 'ben', on: 'days', from: monday, to: monday + 6 },
    });
    expect(act('Escape', days(monday, monday + 6))).toMatchObject({ focus: { on: 'line' } });
    expect(act('ArrowDown', days(monday, monday + 6))).toMatchObject({
      focus: { on: 'bar', barId: 'c' },
    });
  });

  test('a person folds and unfolds', () => {
    const ada = { rowKey: 'ada', on: 'line' } as const;
    expect(act('ArrowLeft', ada)).toMatchObject({ act: 'fold', isFolded: true });
    expect(act('Enter', ada)).toMatchObject({ act: 'fold', isFolded: true });
  });

  test('Shift makes a choice of days grow, Enter looks at it, n plans on it', () => {
    const week = days(monday, monday + 6);
    expect(act('ArrowRight', week, { shift: true })).toMatchObject({
      focus: { from: monday, to: monday + 13 },
    });
    expect(act('Enter', days(monday, monday + 13))).toMatchObject({
      act: 'look',
      laneId: 'ada',
      from: monday,
      to: monday + 13,
    });
    expect(act('n', week)).toEqual({
      act: 'add',
      gap: { laneId: 'ada', workId: null, start: monday, end: monday + 4 },
    });
  });

  test('on a bar arrows go to the next, Enter opens, letters edit', () => {
    expect(act('ArrowRight', onBar('a'))).toMatchObject({ focus: { barId: 'b' } });
    expect(act('ArrowLeft', onBar('a'))).toMatchObject({ focus: { on: 'line' } });
    expect(act('Enter', onBar('a'))).toEqual({ act: 'open', barId: 'a' });
    expect(act('c', onBar('c'))).toMatchObject({ edit: { certainty: 'confirmed' } });
    expect(act('Delete', onBar('a'))).toMatchObject({ edit: { kind: 'remove' } });
    expect(act('f', onBar('a'))).toEqual({ act: 'fill', barId: 'a' });
  });

  test('Shift and an arrow stretch a bar, with Alt its beginning, and go on from there', () => {
    const longer = act('ArrowRight', onBar('a'), { shift: true });
    expect(longer).toMatchObject({ act: 'propose', edit: { kind: 'place', end: monday + 7 } });
    const draft = {
      kind: 'place',
      id: 'a',
      laneId: 'ada',
      start: monday,
      end: monday + 7,
    } as const;
    expect(act('ArrowRight', onBar('a'), { shift: true }, { draft })).toMatchObject({
      edit: { end: monday + 8 },
    });
    expect(act('ArrowRight', onBar('a'), { shift: true, alt: true })).toMatchObject({
      edit: { start: monday + 1, end: monday + 4 },
    });
  });

  test('m moves: arrows choose days and person until Enter or Escape', () => {
    const begun = act('m', onBar('a'));
    expect(begun).toMatchObject({ act: 'begin', mode: { kind: 'place', barId: 'a' } });
    const moving = {
      mode: { kind: 'place', barId: 'a' },
      draft: { kind: 'place', id: 'a', laneId: 'ada', start: monday, end: monday + 4 },
    } as const;
    expect(act('ArrowRight', onBar('a'), { mod: true }, moving)).toMatchObject({
      edit: { start: monday + 7, end: monday + 11 },
    });
    expect(act('ArrowDown', onBar('a'), {}, moving)).toMatchObject({ edit: { laneId: 'ben' } });
    expect(act('ArrowUp', onBar('a'), {}, moving)).toMatchObject({ edit: { laneId: 'ada' } });
    expect(act('Enter', onBar('a'), {}, moving)).toEqual({ act: 'save' });
    expect(act('Escape', onBar('a'), {}, moving)).toEqual({ act: 'let-go' });
    expect(act('x', onBar('a'), {}, moving)).toBeNull();
  });

  test('s splits at a day that arrows choose', () => {
    expect(act('s', onBar('a'))).toMatchObject({ edit: { kind: 'split', at: monday + 3 } });
    const splitting = {
      mode: { kind: 'split', barId: 'a' },
      draft: { kind: 'split', id: 'a', at: monday + 4 },
    } as const;
    expect(act('ArrowRight', onBar('a'), {}, splitting)).toMatchObject({
      edit: { at: monday + 4 },
    });
  });

  test('who only looks changes nothing', () => {
    for (const key of ['m', 'd', 's', 'c', 'n', 'Delete', 'f'])
      expect(act(key, onBar('a'), {}, { isEditable: false })).toBeNull();
    expect(act('n', days(monday, monday + 6), {}, { isEditable: false })).toBeNull();
  });

  test('undo, redo, zoom, today, the next day with too much', () => {
    expect(act('z', null, { mod: true })).toEqual({ act: 'undo' });
    expect(act('Z', null, { mod: true, shift: true })).toEqual({ act: 'redo' });
    expect(act('+', null)).toMatchObject({ act: 'zoom' });
    expect(act('t', null)).toEqual({ act: 'today' });
    expect(act('x', days(monday, monday + 6))).toEqual({
      act: 'clash',
      laneId: 'ada',
      after: monday + 6,
    });
  });
});
