import { foldText } from '../fold-text.ts';
import type { Column } from './column.ts';

/** The searchable text of each row, made once per set of rows. */
export function searchTexts<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): readonly string[] {
  return rows.map((row) => {
    const parts: string[] = [];
    for (const column of columns) {
      const value = column.value(row);
      if (typeof value === 'string' && value) parts.push(value);
    }
    return foldText(parts.join('\n'));
  });
}

/** The rows whose text holds every word of the query. */
export function searchRows<Row>(
  rows: readonly Row[],
  texts: readonly string[],
  query: string,
): readonly Row[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((_, index) => {
    const text = texts[index] ?? '';
    return words.every((word) => text.includes(word));
  });
}
