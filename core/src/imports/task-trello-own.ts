import type { CustomValue } from '../custom-field.ts';
import type { OwnField } from './own-fields.ts';
import type { TaskNotes } from './task-notes.ts';
import { askedOwnField, type OwnValues, readOwnCell, type TaskOwn } from './task-own.ts';
import { type Board, type BoardCard, list, type Part, text, within } from './task-trello-board.ts';
import { dayOfMoment } from './task-trello-cards.ts';

/** A field of the board with the firm's own one that takes its values. */
export type BoardField = {
  readonly id: string;
  readonly name: string;
  /** Null: its values stay in Trello. */
  readonly into: OwnField | null;
  /** Names of its choices by their ids. */
  readonly choices: ReadonlyMap<string, string>;
};

/** The fields of a board that cards have values in, and where they go. */
export function boardFields(
  board: Board,
  cards: readonly BoardCard[],
  { own, notes }: { readonly own: TaskOwn; readonly notes: TaskNotes },
): BoardField[] {
  const counts = new Map<string, number>();
  for (const { card } of cards)
    for (const item of list(card, 'customFieldItems')) {
      const id = text(item, 'idCustomField');
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  return list(board, 'customFields').map((field) => {
    const [id, name] = [text(field, 'id'), text(field, 'name')];
    const choices = list(field, 'options').map(
      (one) => [text(one, 'id'), text(within(one, 'value'), 'text')] as const,
    );
    const into = askedOwnField(notes, { id, name, count: counts.get(id) ?? 0 }, own);
    return { id, name, into, choices: new Map(choices) };
  });
}

/** The values of a card in fields that go somewhere; null when a choice leaves the card out. */
export function ownOfCard(
  { card, at }: BoardCard,
  fields: readonly BoardField[],
  { own, notes }: { readonly own: TaskOwn; readonly notes: TaskNotes },
): OwnValues | null {
  const values: Record<string, CustomValue> = {};
  for (const { id, name, into, choices } of fields) {
    const item = list(card, 'customFieldItems').find((one) => text(one, 'idCustomField') === id);
    if (into === null || item === undefined) continue;
    const said = writtenIn(item, choices, own.timeZone);
    const manner = { mark: 'point', order: 'year-month-day' } as const;
    const cell = { row: at, header: name, field: into, text: said, manner };
    const { value, isSkipped } = readOwnCell(notes, cell, own.currency);
    if (isSkipped) return null;
    if (value !== null) values[into.id] = value;
  }
  return values;
}

/** What an item says: the name of its choice, or a text, number, day, or whether it is ticked. */
function writtenIn(item: Part, choices: ReadonlyMap<string, string>, timeZone: string): string {
  const chosen = choices.get(text(item, 'idValue'));
  if (chosen !== undefined) return chosen.trim();
  const value = within(item, 'value');
  const date = text(value, 'date');
  if (date !== '') return dayOfMoment(date, timeZone) ?? date;
  return (text(value, 'text') || text(value, 'number') || text(value, 'checked')).trim();
}
