import { describe, expect, test } from 'vitest';
import { at, line } from './gantt.fixture.ts';
import { ganttColumns } from './gantt-columns.ts';
import { allLayers } from './gantt-drawing.ts';
import { measuresOf } from './gantt-measures.ts';
import { outlineOf, placedLinks, rowsOf } from './gantt-outline.ts';
import { scaleOf } from './gantt-scale.ts';
import { sheetOf } from './gantt-sheet.ts';

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

describe('a Gantt chart on paper', () => {
  test('holds the title, the names and the people of its lines, and nothing of others', () => {
    const texts = sheet(0, 2).shapes.flatMap((shape) =>
      shape.kind === 'text' ? [shape.text] : [],
    );
    expect(texts).toEqual(expect.arrayContaining(['Plan', 'a', 'b', 'Ada']));
    expect(texts).not.toContain('m');
  });

  test('lets a link that leaves the page end at its edge, without a head', () => {
    const page = sheet(0, 2);
    const heads = page.shapes.filter((shape) => shape.kind === 'area');
    expect(heads).toHaveLength(0);
    for (const shape of page.shapes) {
      if (shape.kind !== 'line') continue;
      expect(Math.max(...shape.points.filter((_, place) => place % 2 === 1))).toBeLessThanOrEqual(
        page.height,
      );
    }
    expect(sheet(0, 3).shapes.filter((shape) => shape.kind === 'area')).toHaveLength(2);
  });
});
