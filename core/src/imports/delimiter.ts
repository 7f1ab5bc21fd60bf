/** Characters that part the cells of a row. */
export const delimiters = [',', ';', '\t', '|'] as const;

/** One of `delimiters`. */
export type Delimiter = (typeof delimiters)[number];

/** A cell in quotes, or the beginning of one that the sample cuts off. */
const quotedCell = /"(?:[^"]|"")*"?/g;

/** Rows of the sample that are looked at. */
const sampledRows = 200;

/**
 * The delimiter of a CSV text, from its beginning: the one that cuts the most rows into the same
 * number (two or more) of cells; on a tie the one that makes more cells, then the comma. Quoted
 * cells count as one. A text with one column has the comma.
 * @example detectDelimiter('name;price\nLamp;1,50\n') // ';'
 */
export function detectDelimiter(sample: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const counts = cellCounts(sample, delimiter);
    const wanted = counts[0] ?? 1;
    if (wanted < 2) continue;
    const agreeing = counts.filter((count) => count === wanted).length / counts.length;
    const score = agreeing * 1000 + Math.min(wanted, 500);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Cells in each of the first rows, blank rows and a last row that may be cut off left out. */
function cellCounts(sample: string, delimiter: Delimiter): number[] {
  const rows = sample.replace(quotedCell, 'x').split(/\r\n|\n|\r/);
  if (rows.length > 1) rows.pop();
  return rows
    .filter((row) => row.trim() !== '')
    .slice(0, sampledRows)
    .map((row) => row.split(delimiter).length);
}
