import type { ImportColumn } from '@evenkeel/contract/imports';
import {
  type ColumnMapping,
  type Dictionary,
  mappedFields,
  proposeMapping,
  readColumns,
} from '@evenkeel/core/imports/interpret';
import type { ImportKind } from '@evenkeel/core/imports/kinds';
import { columnField } from '@evenkeel/core/imports/own-fields';
import {
  type ColumnGuess,
  recogniseColumns,
  recogniseTable,
  type Table,
} from '@evenkeel/core/imports/recognise';
import type { FoundFields } from '../own-fields/service.ts';
import type { KeptMemory, Reading } from './repository.ts';

/** What else is known: words about the columns, and the firm's own fields. */
type Known = { readonly dictionary: Dictionary; readonly own: FoundFields };

/** What a file is taken for, with nothing said about it yet. */
export function recognised(table: Table, known: Known, memory: KeptMemory | undefined): Reading {
  if (memory) return remembered(table, known, memory);
  const guess = recogniseTable(table, known.own);
  return {
    kind: guess.kind,
    confidence: guess.confidence,
    isRemembered: false,
    isDictionary: false,
    columns: columnsFor(table, guess.kind, { guesses: guess.columns, known }),
  };
}

/** The same when a person has said what the file holds; null leaves it out. */
export function readAs(table: Table, kind: ImportKind | null, known: Known): Reading {
  const guesses = kind === null ? withoutGuesses(table) : recogniseColumns(table, kind, known.own);
  return {
    kind,
    confidence: 100,
    isRemembered: false,
    isDictionary: false,
    columns: columnsFor(table, kind, { guesses, known }),
  };
}

/**
 * The columns of a file with the mapping a person gave. A column that went to another field before
 * takes the formats its cells speak for, unless they were given.
 */
export function remapped(
  table: Table,
  kind: ImportKind,
  given: {
    readonly before: readonly ImportColumn[];
    readonly columns: readonly ColumnMapping[];
    readonly known: Known;
  },
): ImportColumn[] {
  const guesses = given.columns.map((column, at) => ({
    ...(given.before[at]?.guess ?? noGuess),
    field: column.field,
  }));
  const proposed = columnsFor(table, kind, { guesses, known: given.known });
  return proposed.map((column, at) => {
    const before = given.before[at];
    const wanted = given.columns[at];
    const isMoved = before?.field !== wanted?.field;
    return {
      ...column,
      guess: before?.guess ?? noGuess,
      dateOrder: wanted?.dateOrder ?? column.dateOrder,
      decimalMark: isMoved ? column.decimalMark : (wanted?.decimalMark ?? column.decimalMark),
      scale: isMoved ? column.scale : (wanted?.scale ?? column.scale),
    };
  });
}

const noGuess: ColumnGuess = { field: null, confidence: 0, because: 'nothing' };
const leftOut: ColumnMapping = { field: null, dateOrder: null, decimalMark: null, scale: 1 };

/** Fields and scales as the last time; formats from the cells, the last ones only where those are mute. */
function remembered(table: Table, known: Known, memory: KeptMemory): Reading {
  const own = known.own[memory.kind] ?? [];
  const guesses = recogniseColumns(table, memory.kind, known.own).map((guess, at) => {
    const field = memory.columns[at]?.field ?? null;
    if (field === null) return { ...guess, field: madeSince(own, memory, guess) };
    // One of the firm's own may have been deleted since.
    const isHere = columnField(memory.kind, own, field) !== undefined;
    return { ...guess, field: isHere ? field : null };
  });
  const columns = columnsFor(table, memory.kind, { guesses, known });
  return {
    kind: memory.kind,
    confidence: 100,
    isRemembered: true,
    isDictionary: false,
    columns: columns.map((column, at) => ({
      ...column,
      dateOrder: column.dateOrder ?? memory.columns[at]?.dateOrder ?? null,
      decimalMark: column.decimalMark ?? memory.columns[at]?.decimalMark ?? null,
      scale: memory.columns[at]?.scale ?? column.scale,
    })),
  };
}

/** A column was left out for want of a field when one of its name was made only later. */
function madeSince(
  own: NonNullable<FoundFields[ImportKind]>,
  memory: KeptMemory,
  { field }: ColumnGuess,
): string | null {
  const found = own.find(({ id }) => id === field);
  const isTaken = memory.columns.some((column) => column.field === field);
  return found && !isTaken && found.created_at > memory.updated_at ? field : null;
}

function columnsFor(
  table: Table,
  kind: ImportKind | null,
  from: { readonly guesses: readonly ColumnGuess[]; readonly known: Known },
): ImportColumn[] {
  const { guesses } = from;
  const { dictionary, own } = from.known;
  const fields =
    kind === null
      ? table.header.map(() => undefined)
      : mappedFields(kind, guesses, own[kind] ?? []);
  const readings = readColumns(table, fields, dictionary);
  const mapping = proposeMapping(guesses, readings);
  return readings.map(({ dates, decimals, scale, ...reading }, at) => ({
    header: table.header[at] ?? '',
    guess: guesses[at] ?? noGuess,
    ...(mapping[at] ?? leftOut),
    filled: reading.filled,
    samples: [...reading.samples],
    dates: dates.state === 'ambiguous' ? { ...dates, orders: [...dates.orders] } : dates,
    decimals,
    scaleHint: scale,
    currency: reading.currency,
  }));
}

function withoutGuesses(table: Table): ColumnGuess[] {
  return table.header.map(() => noGuess);
}
