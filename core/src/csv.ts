/**
 * Lines of cells as CSV (RFC 4180, with a byte-order mark so that spreadsheets read UTF-8). Text that a
 * spreadsheet would run as a formula gets a leading apostrophe (OWASP, CSV injection).
 * @example csvOf([['Name', 'Hours'], ['A, B', 3]]) // '\ufeffName,Hours\r\n"A, B",3\r\n'
 */
export function csvOf(lines: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
