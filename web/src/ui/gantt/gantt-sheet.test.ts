import { describe, expect, test } from 'vitest';
import { at, line } from './gantt.fixture.ts';
import { dayText, ganttColumns } from './gantt-columns.ts';
import { allLayers } from './gantt-drawing.ts';
import { measuresOf } from './gantt-measures.ts';
import { outlineOf, placedLinks, rowsOf } from './gantt-outline.ts';
import { scaleOf } from './gantt-scale.ts';
import { type Sheet, sheetOf } from './gantt-sheet.ts';

const outline = outlineOf([
  line('a', { resources: ['Ada'], progress: 0.5 }),
  line('b', { span: { start: at(20_010), finish: at(20_012, 17) } }),
  line('m', { kind: 'milestone', span: { start: at(20_020, 17), finish: at(20_020, 17) } }),
]);
const links = placedLinks(outline, [
  { id: '1', from: 'a', to: 'm', type: 'finish-start', lag: '', isBroken: false },
]);
const drawing = {
  outline,
  rows: rowsOf(outline, new Set(), null),
  links,
  scale: scaleOf({
    range: { first: 20_000, last: 20_020 },
    dayWidth: 20,
    hours: { from: 540, to: 1020 },
    viewWidth: 0,
  }),
  measures: measuresOf(false),
  layers: allLayers,
  movedParts: new Map(),
  now: at(20_005),
  isWorking: () => true,
  moved: new Map(),
};
const columns = ganttColumns.slice(0, 1).map((column) => ({ ...column, x: 0 }));
const sheet = (first: number, last: number) =>
  sheetOf({
    title: 'Plan',
    drawing,
    columns,
    columnsWidth: 232,
    predecessors: new Map(),
    first,
    last,
  });

/** Diamonds and heads of links on the chart, not those that say what marks mean. */
function areasBelowHead({ shapes }: Sheet) {
  return shapes.filter((shape) => shape.kind === 'area' && (shape.points[1] ?? 0) > 80);
}

describe('a Gantt chart on paper', () => {
  test('holds the title, the names and the people of its lines, and nothing of others', () => {
    const texts = sheet(0, 2).shapes.flatMap((shape) =>
      shape.kind === 'text' ? [shape.text] : [],
    );
    expect(texts).toEqual(expect.arrayContaining(['Plan', 'a', 'b', 'Ada']));
    expect(texts).not.toContain('m');
  });

  test('says what its marks mean, those that are used, and of which day it is', () => {
    const texts = sheet(0, 3).shapes.flatMap((shape) =>
      shape.kind === 'text' ? [shape.text] : [],
    );
    expect(texts).toEqual(expect.arrayContaining(['done', 'milestone', dayText(at(20_005))]));
    expect(texts).not.toContain('baseline');
  });

  test('lets a link that leaves the page end at its edge, without a head', () => {
    const page = sheet(0, 2);
    const heads = areasBelowHead(page);
    expect(heads).toHaveLength(0);
    for (const shape of page.shapes) {
      if (shape.kind !== 'line') continue;
      expect(Math.max(...shape.points.filter((_, place) => place % 2 === 1))).toBeLessThanOrEqual(
        page.height,
      );
    }
    expect(areasBelowHead(sheet(0, 3))).toHaveLength(2);
  });
});
