import type { LeftOut } from './task-list.ts';
import type { TaskOwn } from './task-own.ts';
import {
  type Board,
  type BoardCard,
  flag,
  list,
  type Part,
  text,
  texts,
} from './task-trello-board.ts';
import type { BoardField } from './task-trello-own.ts';

/** What of a board has no place here, and why. */
export function boardLeftOut(
  board: Board,
  cards: readonly BoardCard[],
  { fields, own }: { readonly fields: readonly BoardField[]; readonly own: TaskOwn },
): LeftOut[] {
  const names = (having: (card: Part) => boolean) =>
    cards.filter(({ card }) => having(card)).map(({ card }) => text(card, 'name'));
  const parts: readonly (readonly [string, readonly string[], string])[] = [
    [
      'Attached files',
      names((card) => list(card, 'attachments').length > 0),
      'Their addresses stand in the notes of the task; the files themselves are not in Trello’s export.',
    ],
    [
      'Fields of the board',
      fields.filter(({ into }) => into === null).map(({ name }) => name),
      own.fields.length === 0
        ? 'Add fields of your own for tasks in the settings, and they can go there.'
        : 'They go to none of your own fields.',
    ],
    [
      'Days and people of checklist items',
      list(board, 'checklists')
        .flatMap((one) => list(one, 'checkItems'))
        .filter((item) => text(item, 'due') !== '' || text(item, 'idMember') !== '')
        .map((item) => text(item, 'name')),
      'The items come in; who does them and when belongs to the task here.',
    ],
    ['Separators', roles(board, ['separator']), 'They are lines between cards.'],
    [
      'Cards of other boards',
      roles(board, ['mirror', 'board']),
      'They stand on a board of their own: import that one.',
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

/** Names of cards that are no work of this board: lines, mirrors of other cards, links to boards. */
function roles(board: Board, wanted: readonly string[]): string[] {
  return list(board, 'cards')
    .filter((card) => !flag(card, 'closed') && wanted.includes(text(card, 'cardRole')))
    .map((card) => text(card, 'name'));
}
