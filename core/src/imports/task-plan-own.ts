import type { CustomValue } from '../custom-field.ts';
import type { OwnField } from './own-fields.ts';
import { isSameOwnValue, ownValueWords } from './own-values.ts';
import type { ListedTask, TaskList } from './task-list.ts';
import type { OwnValues } from './task-own.ts';
import type { KnownPerson, MatchedPerson } from './task-people.ts';
import type { TaskChange } from './task-plan-columns.ts';

/** What values of the firm's own fields are read with: who people of the file are, and what all are called. */
export type OwnNames = {
  readonly fields: readonly OwnField[];
  readonly people: ReadonlyMap<string, MatchedPerson>;
  /** A value in words; of a person by id, or by the key of one who is added. */
  readonly wordsOf: (field: OwnField, value: CustomValue) => string;
};

/** Names for the values of a file. */
export function ownNames(
  { own: { fields, currency }, people: listed }: TaskList,
  who: {
    readonly people: ReadonlyMap<string, MatchedPerson>;
    readonly known: readonly KnownPerson[];
  },
): OwnNames {
  const names = new Map([
    ...listed.map(({ key, name }) => [key, name] as const),
    ...who.known.map(({ id, name }) => [id as string, name] as const),
  ]);
  const personName = (id: string) => names.get(id) ?? id;
  const wordsOf = (field: OwnField, value: CustomValue) =>
    ownValueWords(field, value, { currency, personName });
  return { fields, people: who.people, wordsOf };
}

/** The own values of a task, each also in words; a person whom nobody knows is left out by choice. */
export function foundOwn(
  task: ListedTask,
  { fields, people, wordsOf }: OwnNames,
): { readonly own: OwnValues; readonly ownWords: Readonly<Record<string, string>> } {
  const own: Record<string, CustomValue> = {};
  const ownWords: Record<string, string> = {};
  for (const field of fields) {
    const said = task.own[field.id];
    if (said === undefined) continue;
    const value = field.type === 'person' ? personOf(String(said), people) : said;
    if (value === null) continue;
    own[field.id] = value;
    ownWords[field.id] = wordsOf(field, value);
  }
  return { own, ownWords };
}

function personOf(key: string, people: ReadonlyMap<string, MatchedPerson>): string | null {
  const person = people.get(key);
  if (person === undefined) return null;
  return person.kind === 'known' ? person.id : key;
}

/** Values that the file says otherwise than the task; what it leaves empty is no difference. */
export function changedOwn(before: OwnValues, after: OwnValues, names: OwnNames): TaskChange[] {
  return names.fields.flatMap((field) => {
    const [old, fresh] = [before[field.id], after[field.id]];
    if (fresh === undefined || isSameOwnValue(old, fresh)) return [];
    const was = old === undefined ? '' : names.wordsOf(field, old);
    return [{ field: field.name, before: was, after: names.wordsOf(field, fresh) }];
  });
}
