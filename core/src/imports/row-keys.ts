import { nameKey } from './name-match.ts';
import { type GroupSource, type PlanContext, type PlanFile, raise } from './plan-context.ts';
import { plainChoice, plainOption } from './problem.ts';
import { cellText, groupOf, placeOf, type SourceRow, sourceRows } from './source-row.ts';

/**
 * What tells one row of a kind from another: the key of the other system, else the name; a deal
 * without a key has one made from its cells, so that the same row is found again next time.
 * Empty when the row has nothing to tell it by.
 */
export function rowKey(row: SourceRow): string {
  const key = cellText(row, 'externalKey');
  if (key !== '') return key;
  return row.kind === 'deals' ? contentKey(row) : nameKey(cellText(row, 'name'));
}

/** Every key of the deals in these files, to look up which are there already. */
export function dealKeys(files: readonly PlanFile[]): string[] {
  const keys = new Set<string>();
  for (const file of files) {
    if (file.kind !== 'deals') continue;
    for (const row of sourceRows(file)) keys.add(rowKey(row));
  }
  return [...keys];
}

/** Marks a row that is left out because another row says the same record again. */
export function rowId(row: SourceRow): string {
  return `${row.file.id}:${row.number}`;
}

/** Finds the rows of one kind of file that name one record twice and settles which of them count. */
export function settleRepeats(context: PlanContext, files: readonly PlanFile[]): void {
  const taken = new Map<string, SourceRow>();
  for (const file of files) {
    for (const row of sourceRows(file)) {
      const key = rowKey(row);
      const earlier = key === '' ? undefined : taken.get(key);
      if (earlier === undefined) taken.set(key, row);
      else taken.set(key, settleRepeat(context, earlier, row));
    }
  }
}

/** The one of two rows that counts. */
function settleRepeat(context: PlanContext, earlier: SourceRow, later: SourceRow): SourceRow {
  const isSame = earlier.cells.join('\n') === later.cells.join('\n');
  const place = placeOf(later, cellText(later, 'externalKey') === '' ? 'name' : 'externalKey');
  const choice = raise(context, place, isSame ? sameAgain(later) : otherAgain(later));
  const [counting, dropped] = choice.action === 'last' ? [later, earlier] : [earlier, later];
  context.leftOut.add(rowId(dropped));
  return counting;
}

function sameAgain(row: SourceRow): GroupSource {
  return {
    key: `${row.kind}/duplicate/same`,
    draft: () => ({
      ...groupOf(row.kind, null, 'duplicate'),
      title: 'Rows that stand twice, all cells the same',
      message: 'An earlier row is exactly the same.',
      options: [plainOption('first', 'Take one of them')],
      standard: plainChoice('first'),
    }),
  };
}

function otherAgain(row: SourceRow): GroupSource {
  return {
    key: `${row.kind}/duplicate/other`,
    draft: () => ({
      ...groupOf(row.kind, null, 'duplicate'),
      title: 'Rows that stand twice, with other values',
      message: 'An earlier row has the same key and other values.',
      options: [
        plainOption('last', 'Take the last one'),
        plainOption('first', 'Take the first one'),
      ],
      standard: plainChoice('last'),
    }),
  };
}

/** A key from the mapped cells, in the order of their fields' names. */
function contentKey(row: SourceRow): string {
  const fields = [...row.columnOf.keys()].sort();
  return `row-${fingerprint(fields.map((field) => `${field}=${cellText(row, field)}`).join('\n'))}`;
}

/**
 * 64 bits of a text as 16 hexadecimal digits: FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo, 1991) in
 * 32 bits, twice from different starts. Not for secrets.
 */
function fingerprint(text: string): string {
  return hash32(text, 0x811c9dc5) + hash32(text, 0x9e3779b9);
}

function hash32(text: string, start: number): string {
  let hash = start;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
