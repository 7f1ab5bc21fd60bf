import {
  type contactImports,
  type ImportedContact,
  largestContactFile,
} from '@evenkeel/contract/contact-imports';
import type { BodyInputOf, OutputOf } from '@evenkeel/contract/endpoint';
import { companyKey } from '@evenkeel/core/duplicates/likeness';
import type { ContactId } from '@evenkeel/core/id';
import { detectEncoding } from '@evenkeel/core/imports/encoding';

export type Preview = OutputOf<typeof contactImports.preview>;
export type FileText = { readonly name: string; readonly text: string };

/** What becomes of a row: nothing, somebody new, or somebody known who is filled in. */
export type RowChoice = 'skip' | 'add' | ContactId;
export type RowChoices = ReadonlyMap<number, RowChoice>;

/** The text of a file, in whatever encoding it was saved; an error in words when it is too large. */
export async function readText(file: File): Promise<FileText> {
  if (file.size > largestContactFile)
    throw new Error('The file is larger than 5 MB. Split it, or leave its pictures out.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, text: new TextDecoder(detectEncoding(bytes)).decode(bytes) };
}

export function proposedChoices(rows: readonly ImportedContact[]): RowChoices {
  return new Map(
    rows.map(({ number, proposed, matches }) => [
      number,
      proposed === 'update' ? (matches[0]?.id ?? 'add') : (proposed as 'skip' | 'add'),
    ]),
  );
}

/** How many rows go where, and which companies would become accounts. */
export function countsOf(rows: readonly ImportedContact[], choices: RowChoices) {
  const taken = rows.filter(({ number }) => (choices.get(number) ?? 'skip') !== 'skip');
  const added = taken.filter(({ number }) => choices.get(number) === 'add').length;
  const companies = new Set(
    taken.flatMap(({ account, contact }) =>
      account === null && contact.organisation ? [companyKey(contact.organisation)] : [],
    ),
  );
  return {
    added,
    updated: taken.length - added,
    skipped: rows.length - taken.length,
    companies: companies.size,
  };
}

/** What is sent: only the rows that were not skipped. */
export function chosenRows(
  rows: readonly ImportedContact[],
  choices: RowChoices,
): BodyInputOf<typeof contactImports.run>['rows'] {
  return rows.flatMap(({ number, contact }) => {
    const choice = choices.get(number) ?? 'skip';
    return choice === 'skip' ? [] : [{ contactId: choice === 'add' ? null : choice, contact }];
  });
}
