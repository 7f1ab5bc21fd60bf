import { describe, expect, test } from 'vitest';
import { choice, type TaskChoices, taskNotes } from './task-notes.ts';
import { noTaskOwn } from './task-own.ts';
import { readTrelloTasks } from './task-trello.ts';
import { dayOfMoment } from './task-trello-cards.ts';

const card = (id: string, rest: object = {}) => ({ id, name: `Card ${id}`, idList: 'l', ...rest });

function read(parts: object, choices: TaskChoices = {}) {
  const board = { name: 'Board', lists: [{ id: 'l', name: 'Works', pos: 1 }], ...parts };
  const notes = taskNotes(choices);
  const list = readTrelloTasks(board, notes, { ...noTaskOwn, timeZone: 'Europe/Berlin' });
  return { list, notes };
}

describe('boards of Trello as they are (IN-07)', () => {
  test('a moment is the day that it is where the firm works', () => {
    expect(dayOfMoment('2026-05-28T22:00:00.000Z', 'Europe/Berlin')).toBe('2026-05-29');
    expect(dayOfMoment('2026-05-29T01:00:00.000Z', 'America/Los_Angeles')).toBe('2026-05-28');
    expect(dayOfMoment('2026-05-29', 'America/Los_Angeles')).toBe('2026-05-29');
    expect(dayOfMoment('soon', 'Europe/Berlin')).toBeNull();
    expect(dayOfMoment('9999-01-01T00:00:00.000Z', 'Europe/Berlin')).toBeNull();
    const { list } = read({ cards: [card('a', { due: '2026-05-28T22:00:00.000Z' })] });
    expect(list.tasks[0]?.dueOn).toBe('2026-05-29');
  });

  test('lines, mirrors and links to boards are no work; templates are when somebody wants so', () => {
    const cards = [
      card('a'),
      card('b', { cardRole: 'separator' }),
      card('c', { cardRole: 'mirror' }),
      card('d', { cardRole: 'board' }),
      card('e', { cardRole: 'link', name: 'https://example.com' }),
      card('f', { isTemplate: true }),
      card('g', { closed: true }),
    ];
    const { list } = read({ cards });
    expect(list.tasks.map(({ key }) => key)).toEqual(['a', 'e']);
    expect(list.report.left.map(({ what, count }) => [what, count])).toEqual([
      ['Separators', 1],
      ['Cards of other boards', 2],
    ]);
    const all = read({ cards }, { templates: choice('keep'), archived: choice('keep') });
    expect(all.list.tasks.map(({ key }) => key)).toEqual(['a', 'e', 'f', 'g']);
  });

  test('who is on a card though they have left the board is known by what they did there', () => {
    const { list } = read({
      cards: [card('a', { idMembers: ['m1', 'm2', 'm3'] })],
      members: [{ id: 'm1', fullName: 'Anna Berg' }],
      actions: [
        { type: 'updateCard', memberCreator: { id: 'm2', fullName: 'Greta Gone' } },
        { type: 'updateCard', memberCreator: { id: 'm4', fullName: 'Not on a card' } },
      ],
    });
    expect(list.people.map(({ name }) => name)).toEqual(['Anna Berg', 'Greta Gone']);
  });

  test('days and people of checklist items are named as left behind', () => {
    const { list } = read({
      cards: [card('a')],
      checklists: [
        {
          idCard: 'a',
          checkItems: [
            { name: 'Second', state: 'incomplete', pos: 2, due: '2026-03-01T10:00:00.000Z' },
            { name: 'First', state: 'complete', pos: 1, due: null, idMember: null },
          ],
        },
      ],
    });
    expect(list.tasks[0]?.checklist).toEqual([
      { name: 'First', isDone: true },
      { name: 'Second', isDone: false },
    ]);
    expect(list.report.left.map(({ what, examples }) => [what, examples])).toEqual([
      ['Days and people of checklist items', ['Second']],
    ]);
  });
});
