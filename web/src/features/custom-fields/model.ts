import { type CustomFieldType, customFieldKinds } from '@evenkeel/core/custom-field';
import { subjectWords } from '../../lib/subject.ts';

/** What a field holds, as people say it. */
export const typeLabels: Record<CustomFieldType, string> = {
  text: 'Text',
  number: 'Number',
  money: 'Money',
  date: 'Day',
  choice: 'One choice',
  choices: 'Several choices',
  boolean: 'Yes or no',
  person: 'Person',
};

export const typeChoices = Object.entries(typeLabels).map(([value, label]) => ({ value, label }));

export const kindChoices = customFieldKinds.map((value) => ({
  value: value as string,
  label: subjectWords[value].many,
}));

type Choice = { readonly id: string; readonly name: string };

/**
 * The choices that lines of text name. One whose name stands already keeps its id; when a line was
 * only changed where it stands, it keeps the id of that place, so that its values stay.
 */
export function choicesFrom(text: string, before: readonly Choice[]): Choice[] {
  const names = [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);
  const named = new Map(before.map((choice) => [choice.name, choice.id]));
  const kept = new Set(names.flatMap((name) => named.get(name) ?? []));
  const taken = new Set(before.map(({ id }) => id));
  const isSameLength = names.length === before.length;
  let next = 1;
  const fresh = () => {
    while (taken.has(`c${next}`)) next += 1;
    taken.add(`c${next}`);
    return `c${next}`;
  };
  return names.map((name, place) => {
    const renamed = isSameLength ? before[place]?.id : undefined;
    const own =
      named.get(name) ?? (renamed !== undefined && !kept.has(renamed) ? renamed : fresh());
    return { id: own, name };
  });
}
