import { csvOf } from '@evenkeel/core/csv';
import type { Column } from './column.ts';

/** The rows as CSV, under the names of the columns. */
export function toCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  return csvOf([
    columns.map((column) => column.label),
    ...rows.map((row) => columns.map((column) => exportedValue(column, row))),
  ]);
}

/** Offers the text as a file to save. */
export function saveCsv(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

function exportedValue<Row>(column: Column<Row>, row: Row): string | number {
  if (column.exportValue) return column.exportValue(row);
  const value = column.value(row);
  if (value === null || value === undefined) return '';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}
