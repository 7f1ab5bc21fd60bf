import { describe, expect, test } from 'vitest';
import { openTable, readTaskList } from './read-task-list.ts';
import { choice, type TaskChoices, taskNotes } from './task-notes.ts';

function read(lines: readonly string[], choices: TaskChoices = {}) {
  const [header = [], ...rows] = lines.map((line) => line.split('|'));
  const notes = taskNotes(choices);
  const opened = openTable({ header, rows }, null);
  return { opened, notes, list: readTaskList(opened, notes) };
}

describe('exports of Jira as they are (IN-07)', () => {
  test('an older Jira has the epic of a story in a column apart from the parent of a sub-task', () => {
    const { list } = read([
      'Issue key|Issue id|Parent id|Issue Type|Summary|Custom field (Epic Link)|Custom field (Epic Name)',
      'A-1|1||Epic|Checkout||Pay',
      'A-2|2||Story|Pay by card|A-1|',
      'A-3|3|2|Sub-task|Form||',
    ]);
    expect(list.tasks.map(({ name, phase, parentKey }) => [name, phase, parentKey])).toEqual([
      ['Pay by card', 'Checkout', null],
      ['Form', 'Checkout', 'A-2'],
    ]);
    expect(list.phases).toEqual(['Checkout']);
  });

  test('an epic that stays a task makes no phase of its own name', () => {
    const { list } = read(
      [
        'Issue key|Issue Type|Summary|Parent key|Custom field (Epic Name)',
        'A-1|Epic|Checkout||Pay',
        'A-2|Story|Pay by card|A-1|',
      ],
      { epics: choice('use', 'tasks') },
    );
    expect(list.tasks.map(({ name, phase, parentKey }) => [name, phase, parentKey])).toEqual([
      ['Checkout', null, null],
      ['Pay by card', null, 'A-1'],
    ]);
    expect(list.phases).toEqual([]);
  });

  test('the category of a state says more than its name, as long as nobody says otherwise', () => {
    const lines = [
      'Issue key|Issue Type|Summary|Status|Status Category',
      'A-1|Task|A|Waiting for Godot|In Progress',
      'A-2|Task|B|Rejected|Done',
      'A-3|Task|C|Later|To Do',
    ];
    expect(read(lines).list.tasks.map(({ state }) => state)).toEqual(['started', 'done', 'open']);
    const chosen = read(lines, { 'state/rejected': choice('use', 'open') });
    expect(chosen.list.tasks.map(({ state }) => state)).toEqual(['started', 'open', 'open']);
  });

  test('comments name their authors, whom Jira writes by id', () => {
    const id = '5b10a2844c20165700ede21a';
    const { list } = read([
      'Issue key|Issue Type|Summary|Assignee|Assignee Id|Comment|Comment',
      `A-1|Task|A|Anna Berg|${id}|04/Sep/26 9:00 AM;${id};Fine; go on|`,
      'A-2|Task|B|||04/Sep/26 9:00 AM;712020:0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0;Who?|no date',
    ]);
    expect(list.tasks.map(({ comments }) => comments)).toEqual([
      [{ author: 'Anna Berg', at: '04/Sep/26 9:00 AM', text: 'Fine; go on' }],
      [
        { author: '', at: '04/Sep/26 9:00 AM', text: 'Who?' },
        { author: '', at: '', text: 'no date' },
      ],
    ]);
  });

  test('work items are what issues are called now', () => {
    const { opened, list } = read([
      'Work item key|Work type|Summary|Original estimate|Inward issue link (Blocks)|Inward issue link (Blocks)',
      'A-1|Task|A|28800||',
      'A-2|Task|B|||',
      'A-3|Task|C||A-1|A-2',
    ]);
    expect(opened.format).toBe('jira');
    expect(list.tasks[0]?.estimateMinutes).toBe(480);
    expect(list.links.map((link) => [link.predecessorKey, link.successorKey])).toEqual([
      ['A-1', 'A-3'],
      ['A-2', 'A-3'],
    ]);
  });
});
