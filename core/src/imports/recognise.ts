import { type ColumnShape, columnShape } from './column-shape.ts';
import {
  headerKey,
  type ImportField,
  type ImportKind,
  importFields,
  importKinds,
} from './kinds.ts';
import { editDistance, looseKey, toleratedSlips } from './name-match.ts';
import { type OwnField, ownFieldNamed } from './own-fields.ts';

/** The firm's own fields of each kind of file. */
export type OwnFields = Partial<Readonly<Record<ImportKind, readonly OwnField[]>>>;

/** What a column is taken for. `confidence` is in percent, 0 when it is taken for nothing. */
export type ColumnGuess = {
  readonly field: string | null;
  readonly confidence: number;
  readonly because: 'header' | 'similar-header' | 'content' | 'nothing';
};

/** What a file is taken for. `kind` is null when it looks like none of the kinds. */
export type FileGuess = {
  readonly kind: ImportKind | null;
  readonly confidence: number;
  readonly columns: readonly ColumnGuess[];
};

/** A table as it stands in a file: names of columns and rows of cells. */
export type Table = {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A kind is only named when at least this much of the table is explained by it, in percent. */
const leastConfidence = 40;

const nothing: ColumnGuess = { field: null, confidence: 0, because: 'nothing' };

const fileNameWords: Readonly<Record<ImportKind, RegExp>> = {
  accounts: /account|compan|client|customer|organi[sz]ation/,
  products: /product|item|catalog|price list/,
  people: /team|people|person|agent|employee|staff|rep\b|reps\b/,
  deals: /pipeline|deal|opportunit/,
};

/**
 * The kind of a table and the field of each column, from its headers, its cells and its file name.
 * Each field goes to one column at most: the likeliest pair first.
 */
export function recogniseTable(table: Table, own: OwnFields = {}): FileGuess {
  const shapes = table.header.map((_, column) =>
    columnShape(table.rows.map((row) => row[column] ?? '')),
  );
  const guesses = importKinds.map((kind) =>
    guessKind(table, { kind, own: own[kind] ?? [] }, shapes),
  );
  const best = guesses.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  if (best.confidence >= leastConfidence) return best;
  return { kind: null, confidence: best.confidence, columns: table.header.map(() => nothing) };
}

/** The field of each column when the kind is already known. */
export function recogniseColumns(
  table: Table,
  kind: ImportKind,
  own: OwnFields = {},
): readonly ColumnGuess[] {
  const shapes = table.header.map((_, column) =>
    columnShape(table.rows.map((row) => row[column] ?? '')),
  );
  return assignFields(table.header, { kind, own: own[kind] ?? [] }, shapes);
}

type Places = { readonly kind: ImportKind; readonly own: readonly OwnField[] };

function guessKind(table: Table, places: Places, shapes: readonly ColumnShape[]): FileGuess {
  const { kind } = places;
  const columns = assignFields(table.header, places, shapes);
  const explained = columns.reduce(
    (sum, guess, at) => sum + guess.confidence * distinctiveness(table.header[at] ?? '', guess),
    0,
  );
  const isComplete = importFields[kind].every(
    (field) => !field.isRequired || columns.some((guess) => guess.field === field.key),
  );
  const share = explained / Math.max(table.header.length, 2);
  const named = fileNameWords[kind].test(headerKey(table.name)) ? 15 : 0;
  const confidence = isComplete ? Math.min(99, Math.round(share + named)) : Math.round(share / 4);
  return { kind, confidence, columns };
}

/** 1 for a header that fits one kind only, less for one that fits several, such as "account". */
function distinctiveness(header: string, guess: ColumnGuess): number {
  if (guess.field === null) return 0;
  const fitting = importKinds.filter((kind) =>
    importFields[kind].some((field) => headerLikeness(header, field) >= 80),
  );
  return fitting.length > 1 ? 0.6 : 1;
}

function assignFields(
  header: readonly string[],
  { kind, own }: Places,
  shapes: readonly ColumnShape[],
): ColumnGuess[] {
  const pairs = header.flatMap((name, column) => [
    ...importFields[kind].map((field) => ({ column, ...guessField(name, field, shapes[column]) })),
    ...guessOwn(own, name).map((guess) => ({ column, ...guess })),
  ]);
  pairs.sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  const columns: ColumnGuess[] = header.map(() => nothing);
  const taken = new Set<string>();
  for (const { column, ...guess } of pairs) {
    if (guess.confidence < 50 || guess.field === null) continue;
    if (taken.has(guess.field) || columns[column] !== nothing) continue;
    taken.add(guess.field);
    columns[column] = guess;
  }
  return columns;
}

/** A firm's own field counts for a header that is its name, whatever the cells hold. */
function guessOwn(own: readonly OwnField[], header: string): ColumnGuess[] {
  const field = ownFieldNamed(own, header);
  return field ? [{ field: field.id, confidence: 98, because: 'header' }] : [];
}

function guessField(
  header: string,
  field: ImportField,
  shape: ColumnShape | undefined,
): ColumnGuess {
  const likeness = headerLikeness(header, field);
  const fit = shape === undefined || shape.filled === 0 ? null : contentFit(field, shape);
  if (likeness > 0) {
    const confidence = fit === null ? likeness - 5 : likeness * (0.4 + 0.6 * fit);
    const because = likeness >= 90 ? 'header' : 'similar-header';
    return { field: field.key, confidence: Math.min(99, Math.round(confidence)), because };
  }
  const confidence = shape === undefined ? 0 : contentAlone(field, shape);
  return { field: field.key, confidence, because: 'content' };
}

/** How much a header looks like a field's, 0 to 99: same words, similar, contained, or not at all. */
function headerLikeness(header: string, field: ImportField): number {
  const key = headerKey(header);
  const loose = looseKey(header);
  if (key === '') return 0;
  let best = 0;
  for (const [rank, synonym] of [...field.synonyms, headerKey(field.label)].entries()) {
    if (key === synonym || loose === looseKey(synonym)) return 99 - Math.min(rank, 6);
    best = Math.max(best, similarity(key, synonym));
  }
  return best;
}

function similarity(key: string, synonym: string): number {
  const limit = toleratedSlips(synonym.length);
  if (editDistance(key, synonym, limit) <= limit) return 80;
  const words = key.split(' ');
  const isContained = synonym.split(' ').every((word) => words.includes(word));
  return isContained && synonym.length > 2 ? Math.max(55, 78 - 8 * (words.length - 1)) : 0;
}

/** Whether the cells can be what the field holds, 0 to 1. */
function contentFit(field: ImportField, shape: ColumnShape): number {
  switch (field.type) {
    case 'date':
      return shape.dates;
    case 'whole-number':
    case 'year':
    case 'money':
      return shape.numbers;
    case 'key':
      return 0.8 + (0.2 * shape.distinct) / shape.filled;
    case 'text':
    case 'reference':
      return shape.dates > 0.9 ? 0.2 : 1;
  }
}

/** Some fields show in their cells alone. */
function contentAlone(field: ImportField, shape: ColumnShape): number {
  if (shape.filled === 0) return 0;
  if (field.key === 'email') return shape.emails > 0.8 ? 85 : 0;
  if (field.key === 'website') return shape.websites > 0.8 ? 80 : 0;
  if (field.key === 'stage')
    return shape.outcomes > 0.3 && shape.distinct <= Math.max(12, shape.filled / 10) ? 75 : 0;
  if (field.key === 'externalKey')
    return shape.keys > 0.9 && shape.distinct === shape.filled && shape.filled > 2 ? 55 : 0;
  return 0;
}
