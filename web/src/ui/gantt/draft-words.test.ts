import { describe, expect, test } from 'vitest';
import { draftWords } from './draft-words.ts';
import { at, line } from './gantt.fixture.ts';
import { momentText } from './gantt-columns.ts';
import { outlineOf } from './gantt-outline.ts';

const outline = outlineOf([
  line('phase', { kind: 'summary' }),
  line('draw', { parentId: 'phase' }),
  line('build', { parentId: 'phase' }),
]);
const later = { start: at(20_002), finish: at(20_006, 17) };
const edit = { kind: 'move', id: 'draw', span: later } as const;

describe('an edit in words', () => {
  test('counts the tasks that move with it, not their phase, and says when the end moves', () => {
    const moved = new Map(['phase', 'draw', 'build'].map((id) => [id, later]));
    const words = draftWords(
      { edit, consequences: { moved, refusal: null }, isSaving: false },
      outline,
    );
    expect(words.what).toContain('draw: ');
    expect(words.consequences).toBe('1 other task moves · the plan ends 2 days later');
  });

  test('of many projects names whose end moves, and counts what moves beyond the chart', () => {
    const names = ['one', 'two', 'three', 'still'];
    const portfolio = outlineOf([
      ...names.map((name) => line(name, { kind: 'project' })),
      line('draw', { parentId: 'one' }),
    ]);
    const moved = new Map([...names.slice(0, 3), 'draw'].map((id) => [id, later]));
    const said = (beyond: number) =>
      draftWords(
        { edit, consequences: { moved, beyond, refusal: null }, isSaving: false },
        portfolio,
      ).consequences;
    expect(said(0)).toBe('one ends 2 days later, two ends 2 days later, 1 more');
    expect(said(1)).toMatch(/^1 task moves in projects not shown · /);
    moved.set('other', later);
    const more = outlineOf([...portfolio.tasks, line('other', { parentId: 'two' })]);
    const consequences = { moved, beyond: 3, refusal: null };
    expect(draftWords({ edit, consequences, isSaving: false }, more).consequences).toMatch(
      /^1 other task moves, 3 more in projects not shown · /,
    );
  });

  test('says the time of day where hours are told apart', () => {
    const consequences = { moved: new Map(), refusal: null };
    const words = draftWords({ edit, consequences, isSaving: false }, outline, momentText);
    expect(words.what).toMatch(/, 09:00 – .*, 17:00$/);
  });

  test('says why it cannot be', () => {
    const consequences = { moved: new Map(), refusal: 'That would close a loop.' };
    const words = draftWords({ edit, consequences, isSaving: false }, outline);
    expect(words).toEqual({ what: 'That would close a loop.', consequences: '', isRefused: true });
  });
});
