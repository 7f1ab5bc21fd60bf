import { type ImportKind, importField } from './kinds.ts';
import { type NameIndex, nameIndex, nearestName } from './name-match.ts';
import { type PlanContext, raise } from './plan-context.ts';
import { plainChoice, plainOption } from './problem.ts';
import { groupOf, placeOf, type SourceRow } from './source-row.ts';
import { knownCountries, knownSectors } from './vocabulary.ts';

const vocabularies: Readonly<Record<string, NameIndex>> = {
  sector: nameIndex(knownSectors),
  country: nameIndex(knownCountries),
};

/**
 * Notes a sector or country that is one slip away from a well-known one and replaces it unless the
 * choice is to keep it. Words that are nothing like a known one stay without a word.
 */
export function mendSpelling(context: PlanContext, row: SourceRow, field: string): void {
  const value = row.values[field];
  const vocabulary = vocabularies[field];
  if (typeof value !== 'string' || vocabulary === undefined) return;
  const near = nearestName(vocabulary, value);
  if (near === null || near.likeness === 'spelling') return;
  const choice = raise(context, placeOf(row, field), {
    key: `${row.kind}/${field}/misspelt/${value}`,
    draft: () => ({
      ...groupOf(row.kind, field, 'misspelt'),
      value,
      title: `${labelOf(row.kind, field)} “${value}”`,
      message: `Probably a slip of the pen for “${near.name}”.`,
      options: [
        { ...plainOption('correct', `Correct to “${near.name}”`), target: near.name },
        plainOption('keep', `Keep “${value}”`),
      ],
      standard: { ...plainChoice('correct'), target: near.name },
    }),
  });
  if (choice.action === 'correct') row.values[field] = near.name;
}

function labelOf(kind: ImportKind, field: string): string {
  return importField(kind, field)?.label ?? field;
}
