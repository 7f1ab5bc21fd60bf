import { csvOf } from '../csv.ts';

/**
 * The rows of an answer as CSV: a column for each field that holds a text, a number or yes and no, in
 * the order in which the fields come. Lists within a row are left to the JSON beside it. Null when
 * `answer` has no rows.
 * @example rowsAsCsv({ rows: [{ name: 'Go live', isDone: false, files: [] }] }) // 'name,isDone\r\nGo live,no\r\n'
 */
export function rowsAsCsv(answer: unknown): string | null {
  const rows = rowsOf(answer);
  if (rows.length === 0) return null;
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) =>
    rows.every((row) => isCell(row[name])),
  );
  return csvOf([names, ...rows.map((row) => names.map((name) => cellOf(row[name])))]);
}

/** A name under which any system can keep a file, unlike every one of `taken`. */
export function fileNameUnlike(taken: ReadonlySet<string>, wanted: string): string {
  const name = wanted.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+/, '_') || '_';
  if (!taken.has(name)) return name;
  const dot = name.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let count = 2; ; count += 1) {
    const next = `${stem} (${count})${end}`;
    if (!taken.has(next)) return next;
  }
}

type Row = Readonly<Record<string, unknown>>;

function rowsOf(answer: unknown): readonly Row[] {
  if (typeof answer !== 'object' || answer === null || !('rows' in answer)) return [];
  const { rows } = answer;
  // Every element was just found to be an object.
  return Array.isArray(rows) && rows.every((row) => typeof row === 'object' && row !== null)
    ? (rows as readonly Row[])
    : [];
}

function isCell(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
}

function cellOf(value: unknown): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : '';
}
