import type { CustomField, CustomFieldType } from '../custom-field.ts';
import { type FieldType, type ImportField, type ImportKind, importField } from './kinds.ts';
import { looseKey } from './name-match.ts';
import type { RecordKind } from './problem.ts';

/** A field of the firm's own on the records of a file. */
export type OwnField = CustomField & { readonly id: string; readonly name: string };

/** The kinds of file whose records can have fields of the firm's own, and what those records are. */
export const ownFieldKinds = {
  accounts: 'account',
  deals: 'deal',
} as const satisfies Partial<Record<ImportKind, RecordKind>>;

/** The record of a kind of file as fields of the firm's own name it; null when it can have none. */
export function ownFieldKind(kind: ImportKind): 'account' | 'deal' | null {
  return kind === 'accounts' || kind === 'deals' ? ownFieldKinds[kind] : null;
}

/** How the columns of a type are asked for their formats. */
const formatTypes: Readonly<Record<CustomFieldType, FieldType>> = {
  text: 'text',
  number: 'whole-number',
  money: 'money',
  date: 'date',
  choice: 'text',
  choices: 'text',
  boolean: 'text',
  person: 'text',
};

/** A field of the firm's own as a place into which a column can go; its id is its key. */
export function ownImportField({ id, name, type }: OwnField): ImportField {
  return { key: id, label: name, type: formatTypes[type], isRequired: false, synonyms: [] };
}

/** The field of a column: one of the kind's, or one of the firm's own. */
export function columnField(
  kind: ImportKind,
  own: readonly OwnField[],
  key: string,
): ImportField | undefined {
  const known = importField(kind, key);
  if (known !== undefined) return known;
  const field = own.find(({ id }) => id === key);
  return field && ownImportField(field);
}

/** The firm's own field that a header names word for word; case and punctuation do not count. */
export function ownFieldNamed(own: readonly OwnField[], header: string): OwnField | undefined {
  const key = looseKey(header);
  return key === '' ? undefined : own.find(({ name }) => looseKey(name) === key);
}
