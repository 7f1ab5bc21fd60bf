import { groupedBy } from '../grouping.ts';
import { readTaskState } from './task-cell.ts';
import { type ListedPerson, type ListedTask, listedTask, type TaskList } from './task-list.ts';
import { choice, leaveOut, option, settle, type TaskNotes } from './task-notes.ts';
import { ownPeople, type TaskOwn } from './task-own.ts';
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
import {
  commentOf,
  dayOf,
  fittingName,
  labelOf,
  noName,
  notesOf,
  stepsOf,
} from './task-trello-cards.ts';
import { type BoardField, boardFields, ownOfCard } from './task-trello-own.ts';
import { boardLeftOut } from './task-trello-report.ts';

/**
 * Cards of a Trello board: lists become phases or states, checklists, labels, members, dates and comments
 * go along. A card's link to another card is no order of work, so boards have no links.
 */
export function readTrelloTasks(board: Board, notes: TaskNotes, own: TaskOwn): TaskList {
  const lists = new Map(list(board, 'lists').map((own) => [text(own, 'id'), own]));
  const meaning = meaningOfLists([...lists.values()], notes);
  const cards = list(board, 'cards')
    .map((card, at): BoardCard => ({ card, at: at + 1, listId: text(card, 'idList') }))
    .filter((card) => isTaken(card, lists, notes))
    .sort(
      (a, b) =>
        placeOf(a, lists) - placeOf(b, lists) || number(a.card, 'pos') - number(b.card, 'pos'),
    );
  const fields = boardFields(board, cards, { own, notes });
  const parts: Parts = {
    lists,
    fields,
    own,
    meaning,
    checklists: groupedBy(list(board, 'checklists'), (own) => text(own, 'idCard')),
    comments: groupedBy(
      list(board, 'actions').filter((own) => text(own, 'type') === 'commentCard'),
      (own) => text(within(within(own, 'data'), 'card'), 'id'),
    ),
    notes,
  };
  const tasks = cards.flatMap((card) => taskOf(card, parts));
  const filled = {
    ...own,
    fields: own.fields.filter(({ id }) => fields.some(({ into }) => into?.id === id)),
  };
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
    people: peopleOf(board, tasks, filled),
    baselines: [],
    own: filled,
    report: { read: [], left: boardLeftOut(board, cards, { fields, own }) },
  };
}

/**
 * Members of the board, people who are on its cards though they have left it (known by what they did
 * there), and those whom fields of the board name.
 */
function peopleOf(board: Board, tasks: readonly ListedTask[], own: TaskOwn): ListedPerson[] {
  const people = new Map<string, ListedPerson>();
  const add = (member: Part) => {
    const key = text(member, 'id');
    if (key === '' || people.has(key)) return;
    const name = text(member, 'fullName') || text(member, 'username');
    people.set(key, { key, name, email: text(member, 'email') || null });
  };
  for (const member of list(board, 'members')) add(member);
  const used = new Set(
    tasks.flatMap(({ assignments }) => assignments.map(({ personKey }) => personKey)),
  );
  for (const action of list(board, 'actions'))
    for (const member of [within(action, 'memberCreator'), within(action, 'member')])
      if (used.has(text(member, 'id'))) add(member);
  for (const name of tasks.flatMap((task) => ownPeople(task, own)))
    if (!people.has(name)) people.set(name, { key: name, name, email: null });
  return [...people.values()];
}

type Parts = {
  readonly lists: ReadonlyMap<string, Part>;
  readonly meaning: 'phases' | 'states';
  readonly checklists: ReadonlyMap<string, readonly Part[]>;
  readonly comments: ReadonlyMap<string, readonly Part[]>;
  readonly fields: readonly BoardField[];
  readonly own: TaskOwn;
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

/** Lines, mirrors and links to boards are no work; archived and template cards come in when somebody wants so. */
function isTaken(
  { card, listId }: BoardCard,
  lists: ReadonlyMap<string, Part>,
  notes: TaskNotes,
): boolean {
  if (['separator', 'mirror', 'board'].includes(text(card, 'cardRole'))) return false;
  const own = lists.get(listId);
  const isArchived = flag(card, 'closed') || (own !== undefined && flag(own, 'closed'));
  if (!isArchived && !flag(card, 'isTemplate')) return true;
  const answer = settle(
    notes,
    {
      key: isArchived ? 'archived' : 'templates',
      code: 'meaning',
      title: isArchived ? 'Archived cards' : 'Template cards',
      message: isArchived
        ? 'They, or their lists, were put aside in Trello.'
        : 'In Trello other cards are made from them.',
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

function taskOf(boardCard: BoardCard, parts: Parts): ListedTask[] {
  const { card, at, listId } = boardCard;
  const name = text(card, 'name').replace(/\s+/gu, ' ').trim();
  if (name === '') {
    noName(parts.notes, at);
    return [];
  }
  const id = text(card, 'id');
  const listName = text(parts.lists.get(listId) ?? {}, 'name');
  const own = ownOfCard(boardCard, parts.fields, parts);
  if (own === null) return [];
  const { timeZone } = parts.own;
  const dueOn = dayOf(parts.notes, { card, at, field: 'due', timeZone });
  const startOn = dayOf(parts.notes, { card, at, field: 'start', timeZone });
  const isDone = flag(card, 'dueComplete');
  const isState = parts.meaning === 'states' && listName !== '';
  const byList = isState
    ? askedState(parts.notes, { value: listName, what: 'The list', count: 1 })
    : 'open';
  const state = isDone ? 'done' : byList;
  return [
    {
      ...listedTask(id, at, fittingName(parts.notes, at, name)),
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
      own,
    },
  ];
}
