import type { CalendarDate } from '../calendar-date.ts';
import { isRecordDate } from '../calendar-date.ts';
import { groupedBy } from '../grouping.ts';
import { readTaskState } from './task-cell.ts';
import {
  type LeftOut,
  type ListedComment,
  type ListedStep,
  type ListedTask,
  listedTask,
  type TaskList,
} from './task-list.ts';
import { choice, leaveOut, option, raiseProblem, settle, type TaskNotes } from './task-notes.ts';
import { askedState } from './task-row.ts';
import {
  type Board,
  type BoardCard,
  flag,
  list,
  number,
  type Part,
  text,
  texts,
  within,
} from './task-trello-board.ts';

/**
 * Cards of a Trello board: lists become phases or states, checklists, labels, members, dates and comments
 * go along. A card's link to another card is no order of work, so boards have no links.
 */
export function readTrelloTasks(board: Board, notes: TaskNotes): TaskList {
  const lists = new Map(list(board, 'lists').map((own) => [text(own, 'id'), own]));
  const meaning = meaningOfLists([...lists.values()], notes);
  const parts: Parts = {
    lists,
    meaning,
    checklists: groupedBy(list(board, 'checklists'), (own) => text(own, 'idCard')),
    comments: groupedBy(
      list(board, 'actions').filter((own) => text(own, 'type') === 'commentCard'),
      (own) => text(within(within(own, 'data'), 'card'), 'id'),
    ),
    notes,
  };
  const cards = list(board, 'cards')
    .map((card, at): BoardCard => ({ card, at: at + 1, listId: text(card, 'idList') }))
    .filter((card) => isTaken(card, lists, notes))
    .sort(
      (a, b) =>
        placeOf(a, lists) - placeOf(b, lists) || number(a.card, 'pos') - number(b.card, 'pos'),
    );
  const tasks = cards.flatMap((card) => taskOf(card, parts));
  const members = list(board, 'members');
  return {
    format: 'trello',
    source: 'trello',
    project: {
      name: text(board, 'name'),
      notes: text(board, 'desc'),
      startOn: null,
      endOn: null,
      statusOn: null,
      scheduleFrom: 'start',
      honoursConstraints: true,
    },
    phases: [...new Set(tasks.flatMap(({ phase }) => phase ?? []))],
    tasks,
    links: [],
    people: members.map((own) => ({
      key: text(own, 'id'),
      name: text(own, 'fullName') || text(own, 'username'),
      email: text(own, 'email') || null,
    })),
    baselines: [],
    report: { read: [], left: leftOf(board, cards) },
  };
}

type Parts = {
  readonly lists: ReadonlyMap<string, Part>;
  readonly meaning: 'phases' | 'states';
  readonly checklists: ReadonlyMap<string, readonly Part[]>;
  readonly comments: ReadonlyMap<string, readonly Part[]>;
  readonly notes: TaskNotes;
};

/** Lists whose names say how far a card is are states; others are phases. */
function meaningOfLists(lists: readonly Part[], notes: TaskNotes): 'phases' | 'states' {
  const open = lists.filter((own) => !flag(own, 'closed'));
  const telling = open.filter((own) => readTaskState(text(own, 'name')) !== null);
  const areStates = telling.length > 0 && telling.length * 2 >= open.length;
  const answer = settle(
    notes,
    {
      key: 'lists',
      code: 'meaning',
      title: 'Lists of the board',
      message: areStates
        ? 'Their names sound like how far a card is.'
        : 'Their names sound like parts of the work.',
      options: [
        option('use', 'They are phases', 'phases'),
        option('use', 'They say how far a task is', 'states'),
      ],
      standard: choice('use', areStates ? 'states' : 'phases'),
    },
    open.length,
  );
  return answer.target === 'states' ? 'states' : 'phases';
}

/** Archived cards, and those of archived lists, come in only when somebody wants so. */
function isTaken(
  { card, listId }: BoardCard,
  lists: ReadonlyMap<string, Part>,
  notes: TaskNotes,
): boolean {
  const own = lists.get(listId);
  if (!flag(card, 'closed') && !(own && flag(own, 'closed'))) return true;
  const answer = settle(
    notes,
    {
      key: 'archived',
      code: 'meaning',
      title: 'Archived cards',
      message: 'They, or their lists, were put aside in Trello.',
      options: [leaveOut, option('keep', 'Take them in like the others')],
    },
    1,
  );
  return answer.action === 'keep';
}

function placeOf({ listId }: BoardCard, lists: ReadonlyMap<string, Part>): number {
  const own = lists.get(listId);
  return own ? number(own, 'pos') : Number.MAX_SAFE_INTEGER;
}

function taskOf({ card, at, listId }: BoardCard, parts: Parts): ListedTask[] {
  const name = text(card, 'name').replace(/\s+/gu, ' ').trim();
  if (name === '') {
    noName(parts.notes, at);
    return [];
  }
  const id = text(card, 'id');
  const listName = text(parts.lists.get(listId) ?? {}, 'name');
  const dueOn = dayOf(parts.notes, { card, at, field: 'due' });
  const startOn = dayOf(parts.notes, { card, at, field: 'start' });
  const isDone = flag(card, 'dueComplete');
  const isState = parts.meaning === 'states' && listName !== '';
  const byList = isState
    ? askedState(parts.notes, { value: listName, what: 'The list', count: 1 })
    : 'open';
  const state = isDone ? 'done' : byList;
  return [
    {
      ...listedTask(id, at, cut(parts.notes, at, name)),
      notes: notesOf(card),
      phase: isState || listName === '' ? null : listName.slice(0, 300),
      startOn: startOn !== null && dueOn !== null && startOn > dueOn ? null : startOn,
      dueOn,
      state,
      percentComplete: state === 'done' ? 100 : 0,
      assignments: texts(card, 'idMembers').map((personKey) => ({ personKey, units: 10_000 })),
      tags: list(card, 'labels')
        .map(labelOf)
        .filter((tag) => tag !== ''),
      checklist: (parts.checklists.get(id) ?? []).flatMap(stepsOf),
      comments: (parts.comments.get(id) ?? []).map(commentOf).reverse(),
    },
  ];
}

/** The description, and the addresses of what is attached. */
function notesOf(card: Part): string {
  const attached = list(card, 'attachments').map((own) =>
    [text(own, 'name'), text(own, 'url')].filter((part) => part !== '').join(': '),
  );
  return [text(card, 'desc'), ...attached]
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, 20_000);
}

/** A label without a name is known by its colour. */
function labelOf(label: Part): string {
  return (text(label, 'name') || text(label, 'color')).trim().slice(0, 50);
}

function stepsOf(checklist: Part): ListedStep[] {
  return [...list(checklist, 'checkItems')]
    .sort((a, b) => number(a, 'pos') - number(b, 'pos'))
    .map((item) => ({
      name: (text(item, 'name').replace(/\s+/gu, ' ').trim() || 'Item').slice(0, 300),
      isDone: text(item, 'state') === 'complete',
    }));
}

function commentOf(action: Part): ListedComment {
  return {
    author: text(within(action, 'memberCreator'), 'fullName'),
    at: text(action, 'date').slice(0, 16).replace('T', ' '),
    text: text(within(action, 'data'), 'text'),
  };
}

type DayField = { readonly card: Part; readonly at: number; readonly field: 'due' | 'start' };

function dayOf(notes: TaskNotes, { card, at, field }: DayField): CalendarDate | null {
  const written = text(card, field);
  if (written === '') return null;
  const day = written.slice(0, 10);
  if (isRecordDate(day)) return day;
  raiseProblem(
    notes,
    { row: at, field, value: written },
    {
      key: 'date-unreadable',
      code: 'date-unreadable',
      title: 'Dates that cannot be read',
      message: 'The file holds no day there.',
      options: [option('empty', 'Leave the field empty')],
    },
  );
  return null;
}

function cut(notes: TaskNotes, at: number, name: string): string {
  if (name.length <= 300) return name;
  raiseProblem(
    notes,
    { row: at, field: 'name', value: name },
    {
      key: 'text-too-long/Name',
      code: 'text-too-long',
      title: 'Name: too long',
      message: 'Here at most 300 characters have room.',
      options: [option('cut', 'Cut them off')],
    },
  );
  return `${name.slice(0, 299)}…`;
}

function noName(notes: TaskNotes, at: number): void {
  raiseProblem(
    notes,
    { row: at, field: 'name', value: '' },
    {
      key: 'name-missing',
      code: 'name-missing',
      title: 'Cards without a name',
      message: 'The card names no task.',
      options: [leaveOut],
    },
  );
}

function leftOf(board: Board, cards: readonly BoardCard[]): LeftOut[] {
  const names = (having: (card: Part) => boolean) =>
    cards.filter(({ card }) => having(card)).map(({ card }) => text(card, 'name'));
  const parts: readonly (readonly [string, readonly string[], string])[] = [
    [
      'Attached files',
      names((card) => list(card, 'attachments').length > 0),
      'Their addresses stand in the notes of the task; the files themselves are not in Trello’s export.',
    ],
    [
      'Own field definitions',
      list(board, 'customFields').map((own) => text(own, 'name')),
      'Export the board as CSV to bring them into fields of your own.',
    ],
    ['Stickers', names((card) => list(card, 'stickers').length > 0), 'There are none here.'],
    ['Votes', names((card) => texts(card, 'idMembersVoted').length > 0), 'There are none here.'],
  ];
  return parts
    .filter(([, values]) => values.length > 0)
    .map(([what, values, why]) => ({
      what,
      count: values.length,
      why,
      examples: values.slice(0, 5),
    }));
}
