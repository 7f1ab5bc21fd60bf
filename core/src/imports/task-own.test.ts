import { describe, expect, test } from 'vitest';
import type { PersonId } from '../id.ts';
import { file, row } from '../mspdi/file.fixture.ts';
import { readMspdi } from '../mspdi/read.ts';
import type { OwnField } from './own-fields.ts';
import { openTable, readTaskList, taskFileIssues } from './read-task-list.ts';
import { readMspdiTasks } from './task-mspdi.ts';
import { choice, type TaskChoices, taskNotes } from './task-notes.ts';
import type { TaskOwn } from './task-own.ts';
import { planTaskList } from './task-plan.ts';
import { readTrelloTasks } from './task-trello.ts';

const field = (id: string, type: OwnField['type'], name: string, ...choices: string[]) => ({
  id,
  type,
  name,
  choices: choices.map((one) => ({ id: one.slice(0, 1).toLowerCase(), name: one })),
});
const own: TaskOwn = {
  fields: [
    field('f-sprint', 'text', 'Sprint'),
    field('f-points', 'number', 'Story points'),
    field('f-budget', 'money', 'Budget'),
    field('f-risk', 'choice', 'Risk', 'Low', 'High'),
    field('f-areas', 'choices', 'Areas', 'North', 'South'),
    field('f-ready', 'date', 'Ready on'),
    field('f-billed', 'boolean', 'Billed'),
    field('f-tester', 'person', 'Tester'),
  ],
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
};

const tableOf = (text: string) => {
  const [header = [], ...rows] = text.split('\n').map((line) => line.split(';'));
  return { header, rows };
};

function read(text: string, choices: TaskChoices = {}) {
  const notes = taskNotes(choices);
  const opened = openTable(tableOf(text), null, own);
  return { opened, notes, list: readTaskList(opened, notes) };
}

describe('columns of the firm’s own fields in a list of tasks (IN-07, IG-06)', () => {
  test('are recognised by their name, also as Jira writes it, before other names of a field of tasks', () => {
    const { opened } = read(
      'Summary;Sprint;Custom field (Story Points);Custom field (Start date)\n',
    );
    expect('columns' in opened && opened.columns.map((column) => column.field)).toEqual([
      'name',
      'f-sprint',
      'f-points',
      'startOn',
    ]);
  });

  test('hold values of every kind; several columns of a text or of choices are taken together', () => {
    const { list, notes } = read(
      [
        'Task;Sprint;Sprint;Story points;Budget;Risk;Areas;Areas;Ready on;Billed',
        'A;One;Two;2,5;1.250,50;high;North;South;31.12.2026;yes',
        'B;;;;;;;;;',
      ].join('\n'),
    );
    expect(list.tasks.map((task) => task.own)).toEqual([
      {
        'f-sprint': 'One, Two',
        'f-points': 2.5,
        'f-budget': 125_050,
        'f-risk': 'h',
        'f-areas': ['n', 's'],
        'f-ready': '2026-12-31',
        'f-billed': true,
      },
      {},
    ]);
    expect(notes.problems).toEqual([]);
    expect(list.report.read).toContainEqual({ what: 'Values of your own fields', count: 7 });
  });

  test('ask how their numbers are written when these can be two', () => {
    const { opened } = read('Task;Budget\nA;1.234\nB;2.500\n');
    expect(taskFileIssues(opened)).toEqual([
      'Say how the numbers of “Budget” are written: 1.234 can be two numbers.',
    ]);
    const mapping = [
      { field: 'name', dateOrder: null, unit: null, decimalMark: null },
      { field: 'f-budget', dateOrder: null, unit: null, decimalMark: 'comma' as const },
    ];
    const mapped = openTable(tableOf('Task;Budget\nA;1.234\n'), mapping, own);
    expect(taskFileIssues(mapped)).toEqual([]);
    expect(readTaskList(mapped, taskNotes({})).tasks[0]?.own).toEqual({ 'f-budget': 123_400 });
  });

  test('that cannot be read are named by row and column, and left empty or their task out', () => {
    const text = 'Task;Risk;Ready on;Billed;Story points\nA;odd;2026-02-31;maybe;many\nB;low;;;\n';
    const { list, notes } = read(text);
    expect(notes.problems.map((one) => [one.row, one.field, one.value])).toEqual([
      [2, 'Story points', 'many'],
      [2, 'Risk', 'odd'],
      [2, 'Ready on', '2026-02-31'],
      [2, 'Billed', 'maybe'],
    ]);
    expect(list.tasks.map((task) => task.own)).toEqual([{}, { 'f-risk': 'l' }]);
    const without = read(text, { 'value-unreadable/f-risk': choice('skip') });
    expect(without.list.tasks.map(({ name }) => name)).toEqual(['B']);
  });

  test('only one column can fill a field that holds one value', () => {
    const mapping = ['name', 'f-risk', 'f-risk'].map((to) => ({
      field: to,
      dateOrder: null,
      unit: null,
      decimalMark: null,
    }));
    const opened = openTable(tableOf('Task;A;B\nx;low;high'), mapping, own);
    expect(taskFileIssues(opened)).toEqual(['Only one column can be “Risk”.']);
  });
});

describe('values of the firm’s own fields against what is here (IN-07)', () => {
  // An id of the test's own.
  const anna = { id: 'p-anna' as PersonId, name: 'Anna Berg', email: null };
  const nothing = { tasks: [], phases: [], people: [anna], links: [] };

  test('people are those of the file: known, added by choice, or left out', () => {
    const text = 'Task;Tester\nA;Anna Berg\nB;Zoe Unknown\n';
    const plan = (choices: TaskChoices) => {
      const { list, notes } = read(text, choices);
      return { ...planTaskList(list, nothing, notes), notes };
    };
    const left = plan({});
    expect(left.tasks.map((task) => task.own)).toEqual([{ 'f-tester': 'p-anna' }, {}]);
    expect(left.notes.problems).toEqual([
      { row: 3, field: 'People', value: 'Zoe Unknown', groupKey: 'person/zoe unknown' },
    ]);
    const added = plan({ 'person/zoe unknown': choice('create') });
    expect(added.tasks.map(({ ownWords }) => ownWords)).toEqual([
      { 'f-tester': 'Anna Berg' },
      { 'f-tester': 'Zoe Unknown' },
    ]);
    expect(added.counts.people).toBe(1);
  });

  test('only what the file says otherwise is a change; an empty cell takes nothing away', () => {
    const { list, notes } = read('Id;Task;Risk;Budget\n1;A;high;99\n2;B;;\n');
    const first = planTaskList(list, nothing, notes);
    const tasks = first.tasks.map(({ task, columns }, at) => ({
      // Ids of the test's own.
      id: `t-${at}` as never,
      key: task.key,
      parentId: null,
      phase: null,
      columns,
      own: { 'f-risk': 'l', 'f-budget': 9_900 },
    }));
    const again = planTaskList(list, { ...nothing, tasks }, taskNotes({}));
    expect(again.tasks.map(({ action, changes }) => [action, changes])).toEqual([
      ['update', [{ field: 'Risk', before: 'Low', after: 'High' }]],
      ['keep', []],
    ]);
  });
});

describe('fields of other programs’ own (IN-07, U14)', () => {
  test('of a Trello board go where somebody says, to the one of the same name from the start', () => {
    const item = (id: string, rest: object) => ({ idCustomField: id, ...rest });
    const board = {
      name: 'Board',
      lists: [{ id: 'l', name: 'Now', pos: 1 }],
      customFields: [
        {
          id: 'c1',
          name: 'Risk',
          type: 'list',
          options: [{ id: 'o1', value: { text: 'High' } }],
        },
        { id: 'c2', name: 'Ready on', type: 'date' },
        { id: 'c3', name: 'Points', type: 'number' },
        { id: 'c4', name: 'Billed', type: 'checkbox' },
        { id: 'c5', name: 'Never filled', type: 'text' },
      ],
      cards: [
        {
          id: 'k',
          name: 'Card',
          idList: 'l',
          customFieldItems: [
            item('c1', { idValue: 'o1', value: null }),
            item('c2', { value: { date: '2026-03-01T23:30:00.000Z' } }),
            item('c3', { value: { number: '2.5' } }),
            item('c4', { value: { checked: 'true' } }),
          ],
        },
      ],
    };
    const notes = taskNotes({});
    const list = readTrelloTasks(board, notes, own);
    expect(list.tasks[0]?.own).toEqual({
      'f-risk': 'h',
      'f-ready': '2026-03-02',
      'f-billed': true,
    });
    expect(notes.groups.get('own/c3')).toMatchObject({ chosen: choice('skip'), count: 1 });
    expect(list.report.left.find(({ what }) => what === 'Fields of the board')).toMatchObject({
      examples: ['Points', 'Never filled'],
    });
    const chosen = taskNotes({ 'own/c3': choice('use', 'f-points') });
    expect(readTrelloTasks(board, chosen, own).tasks[0]?.own).toMatchObject({ 'f-points': 2.5 });
  });

  test('of a Microsoft Project file go by their alias; what fits no field is named by its row', () => {
    const value = (id: number, said: string) =>
      `<ExtendedAttribute><FieldID>${id}</FieldID><Value>${said}</Value></ExtendedAttribute>`;
    const defined = (id: number, name: string, alias: string) =>
      `<ExtendedAttribute><FieldID>${id}</FieldID><FieldName>${name}</FieldName><Alias>${alias}</Alias></ExtendedAttribute>`;
    const more = `<ExtendedAttributes>${
      defined(1, 'Text1', 'Risk') +
      defined(2, 'Cost1', 'Budget') +
      defined(3, 'Duration1', 'Story points') +
      defined(4, 'Flag1', 'Billed')
    }</ExtendedAttributes>`;
    const values = value(1, 'odd') + value(2, '125050') + value(3, 'PT8H30M0S') + value(4, '1');
    const reading = readMspdi(file(row(1, values), { more }));
    if (!reading.ok) throw new Error(reading.reason);
    const notes = taskNotes({});
    const list = readMspdiTasks(reading.project, notes, own);
    expect(list.tasks[0]?.own).toEqual({
      'f-budget': 125_050,
      'f-points': 8.5,
      'f-billed': true,
    });
    expect(notes.problems).toEqual([
      { row: 1, field: 'Risk', value: 'odd', groupKey: 'value-unreadable/f-risk' },
    ]);
  });
});
