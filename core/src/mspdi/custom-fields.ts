import { branch, fieldElements } from './element.ts';
import type { MspdiElement } from './model.ts';

/** A field of the firm's own in the file: its name, and what it says of rows by their ids. */
export type ExportedField = {
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
};

/** Longest value in characters that Microsoft Project takes into a text field. */
const longestValue = 255;

/**
 * Numbers of the fields Text1 to Text30 of tasks, which Microsoft Project has for what a firm adds.
 * Source: the definitions that Project 2019 itself writes into its files.
 */
const textFields: readonly number[] = [
  ...[188_743_731, 188_743_734, 188_743_737, 188_743_740, 188_743_743],
  ...[188_743_746, 188_743_747, 188_743_748, 188_743_749, 188_743_750],
  ...Array.from({ length: 20 }, (_, at) => 188_743_997 + at),
];

/** The fields that a file has room for: the first thirty that say anything, in their order. */
export function fieldsWithRoom(fields: readonly ExportedField[]): readonly ExportedField[] {
  return fields.filter(({ values }) => values.size > 0).slice(0, textFields.length);
}

/** What the fields are called, for the head of a file; nothing where there are none. */
export function fieldDefinitions(fields: readonly ExportedField[]): MspdiElement[] {
  if (fields.length === 0) return [];
  const definitions = fields.map(({ name }, at) =>
    branch(
      'ExtendedAttribute',
      fieldElements({ FieldID: textFields[at], FieldName: `Text${at + 1}`, Alias: name }),
    ),
  );
  return [branch('ExtendedAttributes', definitions)];
}

/** What the fields say of one row. */
export function fieldValues(fields: readonly ExportedField[], id: string): MspdiElement[] {
  return fields.flatMap(({ values }, at) => {
    const value = values.get(id);
    if (value === undefined) return [];
    const fields = { FieldID: textFields[at], Value: value.slice(0, longestValue) };
    return [branch('ExtendedAttribute', fieldElements(fields))];
  });
}
