import type { PersonId } from '../id.ts';
import { looseKey, nameIndex, nameKey, nearestName } from './name-match.ts';
import type { ListedPerson } from './task-list.ts';
import { choice, option, raiseProblem, type TaskNotes, type TaskOption } from './task-notes.ts';

/** Somebody who is here already. */
export type KnownPerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string | null;
};

/** Who somebody of the file is here: a person, one to be added, or nobody. */
export type MatchedPerson =
  | { readonly kind: 'known'; readonly id: PersonId }
  | { readonly kind: 'new'; readonly name: string; readonly email: string | null };

/** Who the people of a file are, by their keys; whoever is not found is raised once for each task. */
export function matchPeople(
  people: readonly ListedPerson[],
  known: readonly KnownPerson[],
  uses: { readonly notes: TaskNotes; readonly rowsOf: (key: string) => readonly number[] },
): Map<string, MatchedPerson> {
  const byEmail = new Map(
    known.flatMap((person) => (person.email ? [[nameKey(person.email), person] as const] : [])),
  );
  const byName = new Map(known.map((person) => [looseKey(person.name), person]));
  const index = nameIndex(known.map(({ name }) => name));
  const matched = new Map<string, MatchedPerson>();
  for (const person of people) {
    const found =
      byEmail.get(nameKey(person.email ?? '')) ??
      byName.get(looseKey(person.name)) ??
      byName.get(looseKey(turned(person.name)));
    const near = found ? null : nearestName(index, person.name);
    const suggestion = near ? (byName.get(looseKey(near.name)) ?? null) : null;
    const match = found
      ? { kind: 'known' as const, id: found.id }
      : asked(person, { suggestion, known, ...uses });
    if (match) matched.set(person.key, match);
  }
  return matched;
}

type Question = {
  readonly suggestion: KnownPerson | null;
  readonly known: readonly KnownPerson[];
  readonly notes: TaskNotes;
  readonly rowsOf: (key: string) => readonly number[];
};

function asked(
  person: ListedPerson,
  { suggestion, known, notes, rowsOf }: Question,
): MatchedPerson | null {
  const options: TaskOption[] = [
    ...(suggestion ? [option('use', `It is ${suggestion.name}`, suggestion.id)] : []),
    option('empty', 'Leave the tasks without this person'),
    option('create', 'Add this person'),
    { action: 'use', label: 'It is somebody else', target: null, picks: 'person' },
  ];
  const draft = {
    key: `person/${nameKey(person.key).slice(0, 200)}`,
    code: 'person-unknown' as const,
    title: `“${person.name}” is not here`,
    message: person.email ?? 'Nobody has this name or address.',
    options,
    standard: suggestion ? choice('use', suggestion.id) : choice('empty'),
  };
  let answer = draft.standard;
  for (const row of rowsOf(person.key))
    answer = raiseProblem(notes, { row, field: 'People', value: person.name }, draft);
  if (answer.action === 'create') return { kind: 'new', name: person.name, email: person.email };
  const picked = known.find(({ id }) => id === answer.target);
  return answer.action === 'use' && picked ? { kind: 'known', id: picked.id } : null;
}

/** “Berg, Anna” as Anna Berg. */
function turned(name: string): string {
  const [last, first] = name.split(',');
  return first === undefined ? name : `${first} ${last}`;
}
