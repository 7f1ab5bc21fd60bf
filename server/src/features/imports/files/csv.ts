import { Readable } from 'node:stream';
import { mostImportRows } from '@evenkeel/contract/imports';
import { type Delimiter, detectDelimiter } from '@evenkeel/core/imports/delimiter';
import { detectEncoding, type TextEncoding } from '@evenkeel/core/imports/encoding';
import { CsvError, parse } from 'csv-parse';
import { AppError, invalid } from '../../../platform/app-error.ts';

/** A CSV file cut into cells. */
export type CsvTable = {
  readonly encoding: TextEncoding;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const mostColumns = 500;
const mostCellLetters = 100_000;
const sliceLetters = 64 * 1024;

/** Cuts the bytes of a CSV file into cells, lets other requests through between slices. */
export async function readCsv(bytes: Uint8Array): Promise<CsvTable> {
  const encoding = detectEncoding(bytes);
  const decoded = new TextDecoder(encoding).decode(bytes).replaceAll('\0', '');
  // Excel writes the delimiter into a line of its own before the header.
  const text = decoded.replace(/^sep=.\r?\n/, '');
  const delimiter = detectDelimiter(text.slice(0, sliceLetters));
  const records = await parseRecords(text, delimiter);
  const [first, ...rows] = records;
  if (first === undefined || first.every((cell) => cell.trim() === ''))
    throw invalid(['file'], 'empty', 'The file is empty: its first row must name the columns.');
  if (first.length > mostColumns)
    throw new AppError('too-large', `The file has more than ${mostColumns} columns.`);
  const header = first.map((name, at) => name.trim() || `Column ${at + 1}`);
  return { encoding, delimiter, header, rows: withoutBlankEnd(rows) };
}

async function parseRecords(text: string, delimiter: Delimiter): Promise<string[][]> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: mostCellLetters * 10,
  });
  const records: string[][] = [];
  try {
    // csv-parse gives an array of texts for each record when it is not told of columns.
    for await (const record of Readable.from(slices(text)).pipe(parser) as AsyncIterable<
      string[]
    >) {
      records.push(record);
      if (records.length > mostImportRows + 1)
        throw new AppError(
          'too-large',
          `The file has more than ${mostImportRows.toLocaleString('en')} rows. Split it.`,
        );
    }
  } catch (error) {
    if (error instanceof CsvError) throw invalid(['file'], 'not-csv', explained(error));
    throw error;
  }
  return records;
}

function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += sliceLetters) yield text.slice(at, at + sliceLetters);
}

/** Rows of a spreadsheet that was saved with empty lines at its end. */
function withoutBlankEnd(rows: string[][]): string[][] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''));
  return rows.slice(0, last + 1);
}

function explained(error: CsvError): string {
  const lines: unknown = error['lines'];
  const where = typeof lines === 'number' ? ` at line ${lines}` : '';
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return `A quotation mark is opened${where} and never closed.`;
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return `A row${where} is too long; a quotation mark is probably missing.`;
  return `The file cannot be cut into cells${where}.`;
}
